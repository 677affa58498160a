// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http.h"
#include "ims/client.h"
#include "sandbox/server.h"

#include "tests/integration/ims/scripted_service.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace proofreel;
using namespace proofreel::test;

//! The calls with which a library is browsed, against the sandbox; what it never says comes from a scripted service.
class TestClientBrowsing final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void searchByScrolling();
    void searchHits();
    void categoryTree();
    void unknownCategory();
    void mediaInfo();
    void unknownMedia();
    void batch();
    void refusedExpression();
    void refusedInAGoodReply();
    void deniedByRam_data();
    void deniedByRam();
    void arguments();

private:
    template <typename T>
    static QString words(const Result<T>& result)
    {
        return result ? QString() : result.error().details();
    }
    template <typename T, typename Query>
    Result<T> ask(CallHandle (Client::*call)(const Query&, QObject*, Client::Callback<T>), const Query& query)
    {
        Outcome<T> got;
        ((*m_client).*call)(query, &got, got.sink());
        return got.wait() ? *got.value : fail({ .message = u"no answer"_s });
    }

    std::unique_ptr<sandbox::Server> m_server;
    Http m_http;
    SystemClock m_clock;
    std::unique_ptr<Client> m_client;
};

void TestClientBrowsing::initTestCase()
{
    m_server = std::make_unique<sandbox::Server>(sandbox::Options { .assets = 300 });
    const auto problem = m_server->start();
    QVERIFY2(!problem, qPrintable(problem.value_or(QString())));
    m_client = std::make_unique<Client>(m_http, m_clock);
    m_client->setAccount({ { m_server->accessKeyId(), m_server->accessKeySecret(), {} }, QUrl(m_server->endpoint()) });
}

void TestClientBrowsing::searchByScrolling()
{
    // Pictures are not searched together with the others: two walks see everything.
    QSet<QString> seen;
    qint64 total = 0;
    for (const QString& types : { u"'video','audio','text'"_s, u"'image'"_s }) {
        SearchQuery query { .match = u"mediaType in (%1)"_s.arg(types) };
        qint64 told = 0;
        for (int page = 1; page < 20; ++page) {
            const auto got = ask(&Client::searchMedia, query);
            QVERIFY2(got, qPrintable(words(got)));
            QVERIFY2(got->info.oddities.isEmpty(), qPrintable(got->info.oddities.join(u'\n')));
            told = got->totalCount.value_or(-1);
            QCOMPARE(got->nextToken.size(), 32);
            if (got->medias.isEmpty())
                break;
            for (const MediaBasicInfo& media : got->medias)
                seen << media.mediaId;
            query.scrollToken = got->nextToken;
            ++query.pageNo;
        }
        QVERIFY(told > 0);
        total += told;
    }
    QCOMPARE(total, m_server->assetCount());
    QCOMPARE(seen.size(), total);
}

void TestClientBrowsing::searchHits()
{
    const auto all = ask(&Client::searchMedia, SearchQuery { .pageSize = 1 });
    QVERIFY(all);
    const MediaBasicInfo& first = all->medias.first();
    QVERIFY(!first.title.isEmpty() && !first.category.isEmpty() && first.createTime.isValid());
    const auto got = ask(&Client::searchMedia, SearchQuery { .match = u"mediaId == '%1'"_s.arg(first.mediaId) });
    QVERIFY(got);
    QCOMPARE(got->totalCount, 1);
    QCOMPARE(got->medias.first().title, first.title);
}

void TestClientBrowsing::categoryTree()
{
    const auto root = ask(&Client::getCategories, CategoryQuery {});
    QVERIFY2(root, qPrintable(words(root)));
    QVERIFY(!root->category && !root->children.isEmpty());
    QCOMPARE(root->subTotal, root->children.size());
    qint64 below = 0;
    for (const Category& category : root->children) {
        QCOMPARE(category.parentId, -1);
        QVERIFY(!category.name.isEmpty() && category.type == "default"_L1);
        const auto children = ask(&Client::getCategories, CategoryQuery { .cateId = category.cateId });
        QVERIFY(children && children->category);
        QCOMPARE(children->category->name, category.name);
        QCOMPARE(children->children.size(), category.subTotal);
        below += children->children.size();
    }
    QVERIFY(below > 0);
}

void TestClientBrowsing::unknownCategory()
{
    const auto got = ask(&Client::getCategories, CategoryQuery { .cateId = 987'654'321 });
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::NotFound);
    QVERIFY(got.error().message.contains("category"_L1));
}

void TestClientBrowsing::mediaInfo()
{
    const QString id = m_server->mediaIds().first();
    const auto got = ask(&Client::getMediaInfo, MediaInfoQuery { id, {}, 600 });
    QVERIFY2(got, qPrintable(words(got)));
    QVERIFY2(got->info.oddities.isEmpty(), qPrintable(got->info.oddities.join(u'\n')));
    const MediaDetails& media = got->media;
    QCOMPARE(media.basic.mediaId, id);
    QVERIFY(media.basic.raw.contains("MediaBasicInfo"_L1));
    const MediaFile& file = media.files.first();
    QVERIFY(file.size > 0);
    QVERIFY(file.duration > 0);
    QVERIFY2(file.fileUrl.startsWith("http"_L1), qPrintable(file.fileUrl));
    QCOMPARE(media.basic.size, file.size);
    QVERIFY(file.tracks.size() >= 2);
    QVERIFY(file.tracks.first().kind == MediaTrack::Kind::Video);
    QVERIFY(file.tracks.first().width > 0 && file.tracks.first().fps > 0);
    const auto byUrl = ask(&Client::getMediaInfo, MediaInfoQuery { {}, media.basic.inputUrl, {} });
    QVERIFY(byUrl);
    QCOMPARE(byUrl->media.basic.mediaId, id);
}

void TestClientBrowsing::unknownMedia()
{
    for (const MediaInfoQuery& query :
        { MediaInfoQuery { u"nobody"_s, {}, {} }, MediaInfoQuery { {}, u"oss://nobody/nothing.mp4"_s, {} } }) {
        const auto got = ask(&Client::getMediaInfo, query);
        QVERIFY(!got);
        QCOMPARE(got.error().kind, ErrorKind::NotFound);
    }
}

void TestClientBrowsing::batch()
{
    const QStringList ids = m_server->mediaIds().mid(0, 3);
    const auto plain = ask(&Client::batchGetMediaInfos, MediaBatchQuery { ids + QStringList { u"nobody"_s } });
    QVERIFY2(plain, qPrintable(words(plain)));
    QCOMPARE(plain->medias.size(), 3);
    QCOMPARE(plain->ignored, QStringList { u"nobody"_s });
    QVERIFY(plain->medias.first().files.isEmpty());
    const auto whole = ask(&Client::batchGetMediaInfos, MediaBatchQuery { ids, true });
    QVERIFY(whole && whole->ignored.isEmpty());
    for (qsizetype i = 0; i < ids.size(); ++i) {
        QCOMPARE(whole->medias.at(i).basic.mediaId, ids.at(i));
        QVERIFY(whole->medias.at(i).files.size() > 1); // the source, then what was made of it
        QCOMPARE(whole->medias.at(i).files.first().fileType, u"source_file"_s);
    }
}

void TestClientBrowsing::refusedExpression()
{
    const auto got = ask(&Client::searchMedia, SearchQuery { .match = u"title = "_s });
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::InvalidRequest);
    QVERIFY(got.error().advice.contains("conditions"_L1));
}

void TestClientBrowsing::refusedInAGoodReply()
{
    for (const int padding : { 0, 20'000 }) { // short and long replies are judged in different places
        ScriptedService service;
        service.say(
            okReply(R"({"RequestId":"R-7","Code":"SearchLibBroken","Success":"False","MediaInfoList":[],"Pad":")"
                + QByteArray(padding, 'x') + "\"}"));
        Outcome<MediaPage> got;
        service.client.searchMedia({}, &got, got.sink());
        QVERIFY(got.wait());
        QCOMPARE(got.kind(), u"Service"_s);
        QCOMPARE(got.error().code, u"SearchLibBroken"_s);
        QCOMPARE(got.error().requestId, u"R-7"_s);
        QCOMPARE(service.server.requests.size(), 1);
    }
}

void TestClientBrowsing::deniedByRam_data()
{
    QTest::addColumn<QString>("action");
    for (const char* action : { "SearchMedia", "GetCategories", "GetMediaInfo", "BatchGetMediaInfos" })
        QTest::newRow(action) << QString::fromLatin1(action);
}

void TestClientBrowsing::deniedByRam()
{
    QFETCH(const QString, action);
    ScriptedService service;
    service.sayError("403 Forbidden", "Forbidden.RAM");
    QObject context;
    std::optional<Error> error;
    const auto take = [&error](const auto& result) { error = result ? Error {} : result.error(); };
    if (action == "SearchMedia"_L1)
        service.client.searchMedia({}, &context, take);
    else if (action == "GetCategories"_L1)
        service.client.getCategories({}, &context, take);
    else if (action == "GetMediaInfo"_L1)
        service.client.getMediaInfo({ u"m"_s, {}, {} }, &context, take);
    else
        service.client.batchGetMediaInfos({ { u"m"_s } }, &context, take);
    QTRY_VERIFY(error);
    QCOMPARE(error->kind, ErrorKind::Permission);
    QVERIFY2(error->advice.contains(u"ice:"_s + action), qPrintable(error->advice));
    QCOMPARE(service.header(0, "x-acs-action"), action.toLatin1());
}

void TestClientBrowsing::arguments()
{
    const auto got = ask(&Client::searchMedia, SearchQuery { .pageSize = 51 });
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::InvalidRequest);
}

QTEST_GUILESS_MAIN(TestClientBrowsing)
#include "tst_client_browsing.moc"
