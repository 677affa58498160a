// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/asset_query.h"
#include "sandbox/match_expression.h"

#include <QTest>

using namespace proofreel;
using namespace Qt::StringLiterals;

namespace {

const QDateTime kDay(QDate(2026, 11, 1), QTime(0, 0), Qt::UTC);

//! What the sandbox, with its own parser, finds of the question.
bool finds(const AssetQuestion& question, const sandbox::SearchDocument& document)
{
    sandbox::MatchExpression expression;
    if (const auto trouble = expression.parse(std::get<SearchQuery>(question).match)) {
        qWarning("%s: %s", qPrintable(std::get<SearchQuery>(question).match), qPrintable(*trouble));
        return false;
    }
    return expression.matches(document);
}

} // namespace

class TestAssetQuery final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutWordsItIsAList()
    {
        AssetQuery query;
        QVERIFY(!query.needsSearch() && !query.isNarrowing());
        query.mediaType = u"audio"_s;
        query.status = u"Normal"_s;
        query.source = u"live"_s;
        query.from = kDay;
        query.until = kDay.addDays(1);
        query.oldestFirst = true;
        QVERIFY(query.isNarrowing());
        const auto questions = query.questions();
        QVERIFY(questions);
        QCOMPARE(questions->size(), 1);
        const auto list = std::get<MediaListQuery>(questions->constFirst());
        QCOMPARE(list.mediaType, u"audio"_s);
        QCOMPARE(list.status, u"Normal"_s);
        QCOMPARE(list.source, u"live"_s);
        QCOMPARE(list.sortBy, u"asc"_s);
        QCOMPARE(list.startTime, kDay.addSecs(-1)); // exclusive there
        QCOMPARE(list.endTime, kDay.addDays(1).addSecs(-1)); // inclusive there
        QVERIFY(query.matchText().isEmpty());
    }

    void listsVideoAndAudioFirst()
    {
        const auto questions = AssetQuery { .status = u"Normal"_s }.questions();
        QVERIFY(questions);
        QStringList types;
        for (const AssetQuestion& question : *questions) {
            const auto& list = std::get<MediaListQuery>(question);
            types += list.mediaType;
            QCOMPARE(list.status, u"Normal"_s);
        }
        QCOMPARE(types, QStringList({ u"video"_s, u"audio"_s, u"image"_s, u"text"_s }));
    }

    void searchesVideoAndAudioFirst()
    {
        AssetQuery query;
        query.words = QStringList { u"tea"_s };
        const auto questions = query.questions();
        QVERIFY(questions);
        QCOMPARE(questions->size(), 3);
        QStringList types { u"video"_s, u"audio"_s, u"image"_s, u"text"_s };
        const QList<int> expected { 0, 0, 1, 2 };
        for (int type = 0; type < 4; ++type) {
            sandbox::SearchDocument document;
            document.title = u"Green tea hills"_s;
            document.mediaType = types[type];
            for (int i = 0; i < 3; ++i)
                QCOMPARE(finds(questions->at(i), document), i == expected[type]);
        }
        QCOMPARE(query.matchText(), std::get<SearchQuery>(questions->constFirst()).match);
    }

    void everyConditionCounts_data()
    {
        QTest::addColumn<AssetQuery>("query");
        QTest::newRow("word in the title") << AssetQuery { .words = { u"Tea"_s } };
        QTest::newRow("word in the description") << AssetQuery { .words = { u"morning"_s } };
        QTest::newRow("word that is a tag") << AssetQuery { .words = { u"4k"_s } };
        QTest::newRow("quote") << AssetQuery { .words = { u"it's"_s } };
        QTest::newRow("phrase") << AssetQuery { .words = { u"tea hills"_s } };
        QTest::newRow("tags") << AssetQuery { .tags = { u"green"_s, u"4k"_s } };
        QTest::newRow("category") << AssetQuery { .cateId = 42 };
        QTest::newRow("id") << AssetQuery { .mediaId = u"86434e15"_s };
        QTest::newRow("status") << AssetQuery { .words = { u"tea"_s }, .status = u"Preparing"_s };
        QTest::newRow("from is inclusive") << AssetQuery { .words = { u"tea"_s }, .from = kDay };
        QTest::newRow("until is exclusive") << AssetQuery { .words = { u"tea"_s }, .until = kDay.addMSecs(1) };
    }
    void everyConditionCounts()
    {
        QFETCH(AssetQuery, query);
        query.mediaType = u"video"_s;
        const auto questions = query.questions();
        QVERIFY(questions);
        QCOMPARE(questions->size(), 1);
        sandbox::SearchDocument document;
        document.mediaId = u"86434e15"_s;
        document.title = u"It's tea hills"_s;
        document.description = u"One morning"_s;
        document.mediaType = u"video"_s;
        document.tags = QStringList { u"green"_s, u"4k"_s };
        document.cateId = 42;
        document.status = 1;
        document.createdMs = kDay.toMSecsSinceEpoch();
        QVERIFY(finds(questions->constFirst(), document));
        sandbox::SearchDocument other;
        other.mediaType = u"video"_s;
        other.title = u"tea"_s;
        other.tags = QStringList { u"green"_s };
        other.status = 3;
        other.createdMs = (query.until.isValid() ? query.until : kDay.addMSecs(-1)).toMSecsSinceEpoch();
        if (query.words != QStringList { u"Tea"_s })
            QVERIFY(!finds(questions->constFirst(), other));
    }

    void whatCannotBeAskedIsSaid()
    {
        AssetQuery query { .words = { u"tea"_s }, .source = u"oss"_s };
        QVERIFY(!query.questions());
        QCOMPARE(query.questions().error().kind, ErrorKind::InvalidRequest);
        QVERIFY(query.matchText().isEmpty());
    }

    void anExpressionIsSentAsTyped()
    {
        const AssetQuery query { .words = { u"x"_s }, .mediaType = u"audio"_s, .match = u"title = 'tea'"_s };
        const auto questions = query.questions();
        QVERIFY(questions);
        QCOMPARE(questions->size(), 1);
        QCOMPARE(std::get<SearchQuery>(questions->constFirst()).match, u"title = 'tea'"_s);
    }

    void keysTellQuestionsApart()
    {
        const QList<AssetQuery> queries { {}, { .words = { u"a"_s } }, { .words = { u"a"_s, u"b"_s } },
            { .words = { u"a b"_s } }, { .tags = { u"a"_s } }, { .cateId = 1 }, { .mediaType = u"video"_s },
            { .status = u"video"_s }, { .from = kDay }, { .until = kDay }, { .match = u"a"_s },
            { .oldestFirst = true } };
        QSet<QString> keys;
        for (const AssetQuery& query : queries)
            keys.insert(query.key());
        QCOMPARE(keys.size(), queries.size());
        QCOMPARE(AssetQuery(queries[2]).key(), queries[2].key());
    }
};

QTEST_GUILESS_MAIN(TestAssetQuery)
#include "tst_asset_query.moc"
