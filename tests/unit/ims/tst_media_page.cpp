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
    void searchPage();
    void refusedSearch_data();
    void refusedSearch();
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
    QVERIFY(media.raw.isEmpty()); // a row does not keep the page's JSON alive
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

void TestMediaPage::searchPage()
{
    const auto got = decodeSearchPage(R"({"RequestId":"R-2","Code":"200","Success":"True","Total":1234567890123,
        "ScrollToken":"24e0fba7188fae707e146esa54abcdef","MediaInfoList":[{"MediaId":"m1","MediaBasicInfo":{
          "Title":"t","CateName":"News","CateId":7,"TranscodeStatus":"TranscodeSuccess","UploadSource":"general",
          "ReferenceId":"ref-1","UserData":"{}","Biz":"ICE","DeletedTime":"2026-01-01T00:00:00Z"},
         "FileInfoList":[{"FileBasicInfo":{"Duration":"2.5","Width":"640"}}],"AiData":{"AsrInfo":[]}},
        {"MediaBasicInfo":{"MediaId":"m2","Category":"Own","CateName":"Other"}}, 5]})");
    QVERIFY(got);
    QCOMPARE(got->info.requestId, u"R-2"_s);
    QCOMPARE(got->nextToken, u"24e0fba7188fae707e146esa54abcdef"_s);
    QCOMPARE(got->totalCount, 1'234'567'890'123);
    QCOMPARE(got->medias.size(), 2);
    const MediaBasicInfo& media = got->medias.first();
    QCOMPARE(media.category, u"News"_s);
    QCOMPARE(media.transcodeStatus, u"TranscodeSuccess"_s);
    QCOMPARE(media.uploadSource, u"general"_s);
    QCOMPARE(media.referenceId, u"ref-1"_s);
    QCOMPARE(media.userData, u"{}"_s);
    QCOMPARE(media.biz, u"ICE"_s);
    QCOMPARE(media.deletedTime.toUTC().toString(Qt::ISODate), u"2026-01-01T00:00:00Z"_s);
    QCOMPARE(media.duration, 2.5);
    QVERIFY(media.raw.isEmpty());
    QCOMPARE(got->medias.last().category, u"Own"_s);
    QCOMPARE(got->info.oddities.size(), 1);
    QVERIFY(got->info.oddities.first().startsWith("MediaInfoList[2]"_L1));
    QVERIFY(decodeSearchPage("{}")->info.oddities.first().contains("MediaInfoList"_L1));
}

void TestMediaPage::refusedSearch_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code"); // "-": not refused
    QTest::newRow("good") << QByteArray(R"({"Code":"200","Success":"True","MediaInfoList":[]})") << u"-"_s;
    QTest::newRow("number") << QByteArray(R"({"Code":200,"Success":true,"MediaInfoList":[]})") << u"-"_s;
    QTest::newRow("neither") << QByteArray(R"({"MediaInfoList":[]})") << u"-"_s;
    QTest::newRow("ok") << QByteArray(R"({"Code":"ok","MediaInfoList":[]})") << u"-"_s;
    QTest::newRow("not a success") << QByteArray(R"({"Code":"200","Success":"False","MediaInfoList":[]})") << u"200"_s;
    QTest::newRow("false") << QByteArray(R"({"Success":false})") << QString();
    QTest::newRow("code") << QByteArray(R"({"Code":"SearchFailed","Success":"True","MediaInfoList":[{}]})")
                          << u"SearchFailed"_s;
    QTest::newRow("number code") << QByteArray(R"({"Code":500})") << u"500"_s;
}

void TestMediaPage::refusedSearch()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, code);
    const auto got = decodeSearchPage(body);
    QCOMPARE(bool(got), code == "-"_L1);
    if (got)
        return;
    QCOMPARE(got.error().kind, ErrorKind::Service);
    QCOMPARE(got.error().code, code);
    QVERIFY(!got.error().message.isEmpty() && !got.error().advice.isEmpty());
}

QTEST_GUILESS_MAIN(TestMediaPage)
#include "tst_media_page.moc"
