// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/queries.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace proofreel;

class TestQueries final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void playInfo_data();
    void playInfo();
    void badPlayInfo_data();
    void badPlayInfo();
    void authTimeout_data();
    void authTimeout();
    void mediaList();
    void badMediaList();
    void browsing_data();
    void browsing();
    void badBrowsing_data();
    void badBrowsing();
};

void TestQueries::playInfo_data()
{
    QTest::addColumn<PlayInfoQuery>("query");
    QTest::addColumn<QueryItems>("expected");
    QTest::newRow("media id") << PlayInfoQuery { u" abc\n"_s, {}, {} } << QueryItems { { u"MediaId"_s, u"abc"_s } };
    for (const QString& url : { u"oss://b/k"_s, u"https://b.oss-cn-shanghai.aliyuncs.com/a b*.mp4"_s, u"vod://x"_s })
        QTest::newRow(qPrintable(url)) << PlayInfoQuery { {}, url, 7200 }
                                       << QueryItems { { u"InputURL"_s, url }, { u"AuthTimeout"_s, u"7200"_s } };
    QTest::newRow("least") << PlayInfoQuery { u"a"_s, {}, 3600 }
                           << QueryItems { { u"MediaId"_s, u"a"_s }, { u"AuthTimeout"_s, u"3600"_s } };
}

void TestQueries::playInfo()
{
    QFETCH(const PlayInfoQuery, query);
    QFETCH(const QueryItems, expected);
    const auto got = makeRequest(query);
    QVERIFY(got);
    QCOMPARE(got->action, u"GetPlayInfo"_s);
    QCOMPARE(got->version, u"2020-11-09"_s);
    QCOMPARE(got->query, expected);
}

void TestQueries::badPlayInfo_data()
{
    QTest::addColumn<PlayInfoQuery>("query");
    QTest::addColumn<QString>("words");
    QTest::newRow("neither") << PlayInfoQuery { u" "_s, {}, {} } << u"Neither"_s;
    QTest::newRow("both") << PlayInfoQuery { u"a"_s, u"oss://b/k"_s, {} } << u"Both"_s;
    QTest::newRow("timeout 3599") << PlayInfoQuery { u"a"_s, {}, 3599 } << u"too short"_s;
    QTest::newRow("timeout 0") << PlayInfoQuery { u"a"_s, {}, 0 } << u"too short"_s;
    QTest::newRow("timeout negative") << PlayInfoQuery { u"a"_s, {}, -1 } << u"too short"_s;
    QTest::newRow("long") << PlayInfoQuery { QString(10'000, u'a'), {}, {} } << u"too long"_s;
}

void TestQueries::badPlayInfo()
{
    QFETCH(const PlayInfoQuery, query);
    QFETCH(const QString, words);
    const auto got = makeRequest(query);
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::InvalidRequest);
    QVERIFY2(got.error().message.contains(words), qPrintable(got.error().message));
    QVERIFY(!got.error().advice.isEmpty());
}

void TestQueries::authTimeout_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("expected"); // 0: refused, -1: left out
    QTest::newRow("empty") << u" "_s << qint64(-1);
    QTest::newRow("good") << u" 7200 "_s << qint64(7200);
    QTest::newRow("least") << u"3600"_s << qint64(3600);
    for (const char* text :
        { "3599", "-7200", "abc", "3600s", "1e4", "7200.5", "0x1000", "99999999999999999999", "nan", "7,200" })
        QTest::newRow(text) << QString::fromLatin1(text) << qint64(0);
}

void TestQueries::authTimeout()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, expected);
    const auto got = parseAuthTimeout(text);
    QCOMPARE(bool(got), expected != 0);
    if (got)
        QCOMPARE(got->value_or(-1), expected);
    else
        QVERIFY(got.error().kind == ErrorKind::InvalidRequest && got.error().advice.contains("3600"_L1));
}

void TestQueries::mediaList()
{
    MediaListQuery query { .nextToken = u"a+/="_s, .maxResults = 20, .mediaType = u"video"_s, .sortBy = u"asc"_s };
    query.startTime = QDateTime::fromString(u"2026-01-01T08:00:00+08:00"_s, Qt::ISODate);
    const auto got = makeRequest(query);
    QVERIFY(got);
    QCOMPARE(got->action, u"ListMediaBasicInfos"_s);
    const QueryItems expected { { u"MaxResults"_s, u"20"_s }, { u"NextToken"_s, u"a+/="_s },
        { u"MediaType"_s, u"video"_s }, { u"SortBy"_s, u"asc"_s }, { u"StartTime"_s, u"2026-01-01T00:00:00Z"_s },
        { u"IncludeFileBasicInfo"_s, u"true"_s } };
    QCOMPARE(got->query, expected);
}

void TestQueries::badMediaList()
{
    for (const int size : { 0, -1, 101, 1'000'000 })
        QVERIFY(!makeRequest(MediaListQuery { .maxResults = size }));
    MediaListQuery query;
    query.startTime = query.endTime = QDateTime::fromString(u"2026-01-01T00:00:00Z"_s, Qt::ISODate);
    QVERIFY(!makeRequest(query));
}

void TestQueries::browsing_data()
{
    QTest::addColumn<ApiRequest>("request");
    QTest::addColumn<QString>("action");
    QTest::addColumn<QueryItems>("expected");
    const auto row = [](const char* name, const auto& query, const QString& action, const QueryItems& expected) {
        const auto request = makeRequest(query);
        QTest::newRow(name) << request.value_or(ApiRequest {}) << action << expected;
    };
    row("search", SearchQuery {}, u"SearchMedia"_s, { { u"PageNo"_s, u"1"_s }, { u"PageSize"_s, u"50"_s } });
    row("scrolling search",
        SearchQuery { .match = u"title = 'a'"_s,
            .sortBy = u"utcCreate:Desc"_s,
            .pageNo = 7,
            .pageSize = 20,
            .scrollToken = u"T"_s },
        u"SearchMedia"_s,
        { { u"Match"_s, u"title = 'a'"_s }, { u"SortBy"_s, u"utcCreate:Desc"_s }, { u"PageNo"_s, u"7"_s },
            { u"PageSize"_s, u"20"_s }, { u"ScrollToken"_s, u"T"_s } });
    row("root", CategoryQuery {}, u"GetCategories"_s, { { u"PageNo"_s, u"1"_s }, { u"PageSize"_s, u"100"_s } });
    row("category", CategoryQuery { .cateId = -1, .pageNo = 2, .pageSize = 10, .type = u"material"_s },
        u"GetCategories"_s,
        { { u"CateId"_s, u"-1"_s }, { u"PageNo"_s, u"2"_s }, { u"PageSize"_s, u"10"_s },
            { u"Type"_s, u"material"_s } });
    row("info", MediaInfoQuery { u" m "_s, {}, 60 }, u"GetMediaInfo"_s,
        { { u"MediaId"_s, u"m"_s }, { u"AuthTimeout"_s, u"60"_s } });
    row("info by URL", MediaInfoQuery { {}, u"oss://b/k"_s, {} }, u"GetMediaInfo"_s,
        { { u"InputURL"_s, u"oss://b/k"_s } });
    row("batch", MediaBatchQuery { { u"a"_s, u" b"_s } }, u"BatchGetMediaInfos"_s, { { u"MediaIds"_s, u"a,b"_s } });
    row("batch with files", MediaBatchQuery { { u"a"_s }, true }, u"BatchGetMediaInfos"_s,
        { { u"MediaIds"_s, u"a"_s }, { u"AdditionType"_s, u"FileInfo"_s } });
}

void TestQueries::browsing()
{
    QFETCH(const ApiRequest, request);
    QFETCH(const QString, action);
    QFETCH(const QueryItems, expected);
    QCOMPARE(request.action, action);
    QCOMPARE(request.query, expected);
}

void TestQueries::badBrowsing_data()
{
    QTest::addColumn<Error>("error");
    const auto row = [](const char* name, const auto& query) {
        const auto request = makeRequest(query);
        QTest::newRow(name) << (request ? Error {} : request.error());
    };
    row("search page 0", SearchQuery { .pageNo = 0 });
    row("search page of none", SearchQuery { .pageSize = 0 });
    row("search page of 51", SearchQuery { .pageSize = 51 });
    row("long search", SearchQuery { .match = QString(9000, u'a') });
    row("categories page 0", CategoryQuery { .pageNo = 0 });
    row("categories page of 9", CategoryQuery { .pageSize = 9 });
    row("categories page of 101", CategoryQuery { .pageSize = 101 });
    row("info of nothing", MediaInfoQuery {});
    row("info of both", MediaInfoQuery { u"a"_s, u"oss://b/k"_s, {} });
    row("info for no time", MediaInfoQuery { u"a"_s, {}, 0 });
    row("batch of none", MediaBatchQuery {});
    row("batch of 101", MediaBatchQuery { QStringList(101, u"a"_s) });
    row("batch with a comma", MediaBatchQuery { { u"a,b"_s } });
    row("batch with a blank", MediaBatchQuery { { u"a"_s, u" "_s } });
}

void TestQueries::badBrowsing()
{
    QFETCH(const Error, error);
    QCOMPARE(error.kind, ErrorKind::InvalidRequest);
    QVERIFY(!error.message.isEmpty() && !error.advice.isEmpty());
}

QTEST_GUILESS_MAIN(TestQueries)
#include "tst_queries.moc"
