// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/search_text.h"

#include <QTest>
#include <QTimeZone>

using namespace proofreel;
using namespace Qt::StringLiterals;

namespace {

const QDateTime kNow(QDate(2026, 11, 24), QTime(15, 30), QTimeZone("Asia/Shanghai"));

std::optional<qint64> lookUp(const QString& name)
{
    return name.compare(u"News / Sport"_s, Qt::CaseInsensitive) == 0 ? std::optional<qint64>(42) : std::nullopt;
}

QString brief(const AssetQuery& query)
{
    QStringList parts;
    for (const QString& word : query.words)
        parts << u'<' + word + u'>';
    for (const QString& tag : query.tags)
        parts << u"tag<"_s + tag + u'>';
    if (query.cateId)
        parts << u"cat<%1>"_s.arg(*query.cateId);
    for (const auto& [name, value] : { std::pair(u"id"_s, query.mediaId), { u"type"_s, query.mediaType },
             { u"status"_s, query.status }, { u"source"_s, query.source } }) {
        if (!value.isEmpty())
            parts << name + u'<' + value + u'>';
    }
    if (query.from.isValid())
        parts << u"from<"_s + query.from.toUTC().toString(Qt::ISODate) + u'>';
    if (query.until.isValid())
        parts << u"until<"_s + query.until.toUTC().toString(Qt::ISODate) + u'>';
    return parts.join(u' ');
}

} // namespace

class TestSearchText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("spaces") << u"  \t\n "_s << QString();
        QTest::newRow("words") << u"city  night"_s << u"<city> <night>"_s;
        QTest::newRow("phrase") << u"\"city night\" drive"_s << u"<city night> <drive>"_s;
        QTest::newRow("open quote") << u"\"city night"_s << u"<city night>"_s;
        QTest::newRow("single quote") << u"it's"_s << u"<it's>"_s;
        QTest::newRow("tag") << u"tag:night TAG:\"late night\""_s << u"tag<night> tag<late night>"_s;
        QTest::newRow("category number") << u"cat:4211"_s << u"cat<4211>"_s;
        QTest::newRow("category name") << u"cat:\"news / sport\""_s << u"cat<42>"_s;
        QTest::newRow("status") << u"status:preparefail"_s << u"status<PrepareFail>"_s;
        QTest::newRow("type") << u"type:AUDIO x"_s << u"<x> type<audio>"_s;
        QTest::newRow("source") << u"source:live"_s << u"source<live>"_s;
        QTest::newRow("id") << u"id:86434e15"_s << u"id<86434e15>"_s;
        QTest::newRow("after day") << u"after:2026-11-01"_s << u"from<2026-10-31T16:00:00Z>"_s;
        QTest::newRow("before day") << u"before:2026-11-02"_s << u"until<2026-11-01T16:00:00Z>"_s;
        QTest::newRow("today") << u"after:today"_s << u"from<2026-11-23T16:00:00Z>"_s;
        QTest::newRow("yesterday") << u"after:Yesterday before:today"_s
                                   << u"from<2026-11-22T16:00:00Z> until<2026-11-23T16:00:00Z>"_s;
        QTest::newRow("hours") << u"after:2h"_s << u"from<2026-11-24T05:30:00Z>"_s;
        QTest::newRow("unknown field is a word") << u"http://x foo:bar"_s << u"<http://x> <foo:bar>"_s;
        QTest::newRow("still being typed") << u"tag: x type:"_s << u"<x>"_s;
    }
    void parses()
    {
        QFETCH(QString, text);
        const auto query = parseSearchText(text, {}, lookUp, kNow);
        QVERIFY2(query, query ? "" : qPrintable(query.error().message));
        QTEST(brief(*query), "expected");
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("named");
        QTest::newRow("status") << u"status:Ready"_s << u"status:Ready"_s;
        QTest::newRow("type") << u"x type:film"_s << u"type:film"_s;
        QTest::newRow("category") << u"cat:Nowhere"_s << u"Nowhere"_s;
        QTest::newRow("day") << u"after:2026-13-01"_s << u"after:2026-13-01"_s;
        QTest::newRow("days") << u"before:0d"_s << u"before:0d"_s;
        QTest::newRow("many days") << u"after:99999999d"_s << u"99999999d"_s;
        QTest::newRow("range") << u"after:today before:yesterday"_s << u"time range"_s;
    }
    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(QString, named);
        const auto query = parseSearchText(text, {}, lookUp, kNow);
        QVERIFY(!query);
        QCOMPARE(query.error().kind, ErrorKind::InvalidRequest);
        QVERIFY2(query.error().message.contains(named), qPrintable(query.error().message));
        QVERIFY(!query.error().advice.isEmpty());
    }

    void textOutweighsTheFilters()
    {
        AssetQuery filters;
        filters.mediaType = u"video"_s;
        filters.status = u"Normal"_s;
        const auto query = parseSearchText(u"type:audio tea"_s, filters, {}, kNow);
        QVERIFY(query);
        QCOMPARE(brief(*query), u"<tea> type<audio> status<Normal>"_s);
    }

    void hostileTextsAreBounded()
    {
        QVERIFY(searchTokens(QString(1'000'000, u'x')).constFirst().value.size() <= 4096);
        QVERIFY(searchTokens(QString(u"a "_s).repeated(10'000)).size() <= 200);
        QVERIFY(searchTokens(QString(10'000, u'"')).size() <= 200);
    }

    void fieldsAreTakenOut()
    {
        QCOMPARE(withoutField(u"tea type:audio \"a b\" type:video"_s, u"type"), u"tea \"a b\""_s);
        QCOMPARE(withoutField(u"tea"_s, u"type"), u"tea"_s);
        QCOMPARE(fieldText(u"tag"_s, u"late night"_s), u"tag:\"late night\""_s);
        QCOMPARE(fieldText({}, u"a\"b"_s), u"ab"_s);
    }

    void completes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("cursor");
        QTest::addColumn<QStringList>("choices");
        QTest::newRow("nothing") << QString() << 0 << QStringList();
        QTest::newRow("field") << u"s"_s << 1 << QStringList { u"status:"_s, u"source:"_s };
        QTest::newRow("fixed") << u"x status:p"_s << 10
                               << QStringList { u"status:Preparing"_s, u"status:PrepareFail"_s };
        QTest::newRow("tags: begins, then holds")
            << u"tag:ni"_s << 6 << QStringList { u"tag:night"_s, u"tag:\"late night\""_s };
        QTest::newRow("category") << u"cat:"_s << 4 << QStringList { u"cat:\"News / Sport\""_s };
        QTest::newRow("elsewhere") << u"tag:ni "_s << 7 << QStringList();
    }
    void completes()
    {
        QFETCH(QString, text);
        QFETCH(int, cursor);
        const SearchCompletion completion =
            completeSearch(text, cursor, { u"late night"_s, u"night"_s, u"car"_s }, { u"News / Sport"_s });
        QTEST(completion.choices, "choices");
    }
};

QTEST_GUILESS_MAIN(TestSearchText)
#include "tst_search_text.moc"
