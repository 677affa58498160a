// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/finding.h"
#include "quality/nearest_name.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace proofreel;
using namespace Qt::StringLiterals;

class TestRule final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRuleIsWhole();
    void isFoundById();
    void namesOfSeveritiesAndVerdicts();
    void nearestNames_data();
    void nearestNames();
};

void TestRule::everyRuleIsWhole()
{
    static const QRegularExpression shape(u"^[a-z]+\\.[a-z]+(-[a-z]+)*$"_s);
    QSet<QString> ids, titles, families;
    QStringList order;
    for (const Rule& rule : allRules()) {
        QVERIFY2(shape.match(rule.id).hasMatch(), qPrintable(rule.id));
        QVERIFY2(!ids.contains(rule.id), qPrintable(rule.id));
        ids.insert(rule.id);
        QVERIFY2(!rule.title.isEmpty() && rule.title.size() <= 40 && !rule.title.endsWith(u'.'), qPrintable(rule.id));
        QVERIFY2(rule.explanation.endsWith(u'.'), qPrintable(rule.id));
        QVERIFY2(!rule.source.isEmpty(), qPrintable(rule.id));
        QVERIFY2(rule.tolerance || rule.unit.isEmpty(), qPrintable(rule.id));
        const QString title = familyTitle(rule.family());
        QVERIFY2(title != rule.family(), qPrintable(rule.id)); // the family is known
        if (order.isEmpty() || order.constLast() != rule.family())
            order << rule.family();
        const bool decodes = rule.family() == u"decoded" || rule.family() == u"signal" || rule.family() == u"reference";
        QVERIFY2(!decodes || rule.deep, qPrintable(rule.id));
    }
    QCOMPARE(order,
        (QStringList { u"declared"_s, u"container"_s, u"decoded"_s, u"ladder"_s, u"hls"_s, u"delivery"_s, u"signal"_s,
            u"reference"_s }));
    QCOMPARE(ids.size(), 84);
}

void TestRule::isFoundById()
{
    const auto rule = findRule(u"ladder.duration"_s);
    QVERIFY(rule);
    QCOMPARE(rule->unit, u"ms"_s);
    QCOMPARE(rule->severity, Severity::Error);
    QVERIFY(!findRule(u"ladder.durations"_s));
    QVERIFY(!findRule({}));
    QCOMPARE(familyTitle(u"unheard"_s), u"unheard"_s);
}

void TestRule::namesOfSeveritiesAndVerdicts()
{
    for (const Severity severity : { Severity::Off, Severity::Info, Severity::Warning, Severity::Error })
        QCOMPARE(severityFromName(severityName(severity)), severity);
    QCOMPARE(severityName(Severity::Warning), u"warning"_s);
    QVERIFY(!severityFromName(u"Warning"_s));
    QVERIFY(!severityFromName({}));
    QCOMPARE(verdictName(Verdict::Pass), u"pass"_s);
    QCOMPARE(verdictName(Verdict::Warn), u"warn"_s);
    QCOMPARE(verdictName(Verdict::Fail), u"fail"_s);
    QCOMPARE(verdictName(Verdict::Error), u"error"_s);
}

void TestRule::nearestNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("nearest");
    QTest::newRow("a letter missing") << u"ladder.duraton"_s << u"ladder.duration"_s;
    QTest::newRow("another case") << u"LADDER.DURATION"_s << u"ladder.duration"_s;
    QTest::newRow("short") << u"of"_s << u"off"_s;
    QTest::newRow("nothing near") << u"xyzxyz"_s << QString();
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("endless") << QString(100'000, u'a') << QString();
}

void TestRule::nearestNames()
{
    QFETCH(QString, name);
    QFETCH(QString, nearest);
    QCOMPARE(nearestName(name, { u"hls.extinf"_s, u"ladder.duration"_s, u"off"_s }), nearest);
}

QTEST_GUILESS_MAIN(TestRule)
#include "tst_rule.moc"
