// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/decode.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace proofreel;

class TestMediaPage final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wholePage();
    void lastPage();
    void oddFields();
    void oddShapes();
};

void TestMediaPage::wholePage()
{
    const auto got =
        decodeMediaPage(R"({"RequestId":"R-1","TotalCount":2,"MaxResults":100,"NextToken":"a+b/c==","MediaInfos":[
        {"MediaId":"m1","MediaBasicInfo":{"MediaId":"m1","Title":"标题","Description":"d","MediaType":"video","Status":"Normal",
          "Source":"oss","BusinessType":"general","Category":"c","CateId":3048,"CoverURL":"http://x/c.jpg","InputURL":"oss://b/k",
          "MediaTags":"a, b","CreateTime":"2020-12-26T04:11:08Z","ModifiedTime":"2020-12-26T12:11:08+08:00"},
         "FileInfoList":[{"FileBasicInfo":{"Duration":"216.206667","FileSize":"30611502","Width":"1920","Height":"1080"}},
                         {"FileBasicInfo":{"Duration":"1"}}]},
        {"MediaBasicInfo":{"MediaId":"m2"}}]})");
    QVERIFY(got);
    QCOMPARE(got->info.requestId, u"R-1"_s);
    QVERIFY2(got->info.oddities.isEmpty(), qPrintable(got->info.oddities.join(u'\n')));
    QCOMPARE(got->nextToken, u"a+b/c=="_s);
    QCOMPARE(got->totalCount, 2);
    QCOMPARE(got->medias.size(), 2);
    const MediaBasicInfo& media = got->medias.first();
    QCOMPARE(media.mediaId, u"m1"_s);
    QCOMPARE(media.title, u"标题"_s);
    QCOMPARE(media.description, u"d"_s);
    QCOMPARE(media.mediaType, u"video"_s);
    QCOMPARE(media.status, u"Normal"_s);
    QCOMPARE(media.source, u"oss"_s);
    QCOMPARE(media.businessType, u"general"_s);
    QCOMPARE(media.category, u"c"_s);
    QCOMPARE(media.cateId, 3048);
    QCOMPARE(media.coverUrl, u"http://x/c.jpg"_s);
    QCOMPARE(media.inputUrl, u"oss://b/k"_s);
    QCOMPARE(media.mediaTags, (QStringList { u"a"_s, u"b"_s }));
    QCOMPARE(media.duration, 216.206667);
    QCOMPARE(media.size, 30611502);
    QCOMPARE(media.width, 1920);
    QCOMPARE(media.height, 1080);
    QCOMPARE(media.createTime.toUTC(), media.modifiedTime.toUTC());
    QVERIFY(media.raw.contains("FileInfoList"_L1));
    QCOMPARE(got->medias.last().mediaId, u"m2"_s);
    QVERIFY(!got->medias.last().duration);
}

void TestMediaPage::lastPage()
{
    for (const char* body :
        { R"({"MediaInfos":[]})", R"({"MediaInfos":[],"NextToken":""})", R"({"MediaInfos":[],"NextToken":null})" }) {
        const auto got = decodeMediaPage(body);
        QVERIFY(got);
        QVERIFY(got->nextToken.isEmpty() && got->medias.isEmpty() && !got->totalCount);
        QVERIFY(got->info.oddities.isEmpty());
    }
}

void TestMediaPage::oddFields()
{
    const auto got =
        decodeMediaPage(R"({"TotalCount":"7","NextToken":5,"MediaInfos":[{"MediaId":9,"MediaBasicInfo":{"Title":false,
        "CateId":"12","CreateTime":"soon"},"FileInfoList":[{"FileBasicInfo":{"Duration":12.5,"FileSize":-1,"Width":"wide","Height":1080}}]}]})");
    QVERIFY(got);
    QCOMPARE(got->totalCount, 7);
    QCOMPARE(got->nextToken, u"5"_s);
    const MediaBasicInfo& media = got->medias.first();
    QCOMPARE(media.mediaId, u"9"_s);
    QCOMPARE(media.title, u"false"_s);
    QCOMPARE(media.cateId, 12);
    QVERIFY(!media.createTime.isValid() && !media.size && !media.width);
    QCOMPARE(media.duration, 12.5);
    QCOMPARE(media.height, 1080);
    const QString notes = got->info.oddities.join(u'\n');
    for (const char* path : { "TotalCount", "NextToken", "MediaInfos[0].MediaId", "MediaInfos[0].MediaBasicInfo.Title",
             "MediaInfos[0].MediaBasicInfo.CreateTime", "MediaInfos[0].FileInfoList[0].FileBasicInfo.Width",
             "MediaInfos[0].FileInfoList[0].FileBasicInfo.FileSize" })
        QVERIFY2(notes.contains(QLatin1StringView(path)), qPrintable(notes));
}

void TestMediaPage::oddShapes()
{
    const auto got = decodeMediaPage(
        R"({"MediaInfos":[7,{"MediaId":"m","MediaBasicInfo":[],"FileInfoList":{}},{"FileInfoList":["x"]}]})");
    QVERIFY(got);
    QCOMPARE(got->medias.size(), 2);
    QCOMPARE(got->medias.first().mediaId, u"m"_s);
    QCOMPARE(got->info.oddities.size(), 4);
    QVERIFY(decodeMediaPage("{}")->info.oddities.first().contains("MediaInfos"_L1));
}

QTEST_GUILESS_MAIN(TestMediaPage)
#include "tst_media_page.moc"
