// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/policy_edit.h"
#include "quality/policy_literals.h"

#include <QTest>

using namespace proofreel;
using namespace Qt::StringLiterals;

class TestPolicyEdit final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rules_data();
    void rules();
    void values_data();
    void values();
    void everyRuleInEveryShippedPolicy();
    void anOddTextIsWrittenAnew();
    void wrongOnesAreRefused();
};

void TestPolicyEdit::rules_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<Severity>("severity");
    QTest::addColumn<double>("tolerance"); // below 0: none
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("nothing there") << QByteArray() << u"hls.extinf"_s << Severity::Off << 200.0
                                   << QByteArray("[rules]\n\"hls.extinf\" = \"off\"\n");
    QTest::newRow("a word") << QByteArray("# a\n[rules] # b\n\"ladder.aspect\" = \"off\" # c\n# d\n")
                            << u"ladder.aspect"_s << Severity::Error << 1.0
                            << QByteArray("# a\n[rules] # b\n\"ladder.aspect\" = \"error\" # c\n# d\n");
    QTest::newRow("a word, and a tolerance now")
        << QByteArray("[rules]\n\"ladder.aspect\" = \"error\" # c\n") << u"ladder.aspect"_s << Severity::Error << 2.5
        << QByteArray("[rules]\n\"ladder.aspect\" = { severity = \"error\", tolerance = 2.5 } # c\n");
    QTest::newRow("only a tolerance stays so")
        << QByteArray("[rules]\n\"ladder.aspect\" = { tolerance = 9 }\n") << u"ladder.aspect"_s << Severity::Warning
        << 2.5 << QByteArray("[rules]\n\"ladder.aspect\" = { tolerance = 2.5 }\n");
    QTest::newRow("back to its own") << QByteArray("[rules]\n\"ladder.aspect\" = { tolerance = 9 } # my reason\n")
                                     << u"ladder.aspect"_s << Severity::Warning << 1.0
                                     << QByteArray("[rules]\n\"ladder.aspect\" = \"warning\" # my reason\n");
    QTest::newRow("a new one, behind the others")
        << QByteArray("name = \"x\"\n[rules]\n\"ladder.aspect\" = \"off\" # c\n\n[audio]\nchannels = 2\n")
        << u"signal.black"_s << Severity::Error << -1.0
        << QByteArray("name = \"x\"\n[rules]\n\"ladder.aspect\" = \"off\" # "
                      "c\n\"signal.black\" = \"error\"\n\n[audio]\n"
                      "channels = 2\n");
    QTest::newRow("no line feed at the end")
        << QByteArray("[rules]\n\"ladder.aspect\" = \"off\"") << u"signal.black"_s << Severity::Error << -1.0
        << QByteArray("[rules]\n\"ladder.aspect\" = \"off\"\n\"signal.black\" = \"error\"");
    QTest::newRow("with dots") << QByteArray("[rules]\nladder.aspect = \"off\" # é 𝄞 c\n") << u"ladder.aspect"_s
                               << Severity::Info << 1.0 << QByteArray("[rules]\nladder.aspect = \"info\" # é 𝄞 c\n");
    QTest::newRow("behind characters of all lengths")
        << QByteArray("[rules]\n\"hls.extinf\" = { severity = \"off\" } # é 𝄞\n'ladder.aspect' = \"off\"\n")
        << u"ladder.aspect"_s << Severity::Info << 1.0
        << QByteArray("[rules]\n\"hls.extinf\" = { severity = \"off\" } # é 𝄞\n'ladder.aspect' = \"info\"\n");
    QTest::newRow("a table of its own")
        << QByteArray("[rules.\"ladder.aspect\"]\nseverity = \"off\" # c\n[audio]\n") << u"ladder.aspect"_s
        << Severity::Info << 3.0
        << QByteArray("[rules.\"ladder.aspect\"]\nseverity = \"info\" # c\ntolerance = 3\n[audio]\n");
    const QByteArray over(
        "[rules]\n\n[[override]] # mine\ntag = \"x\"\n[override.rules]\n\"ladder.aspect\" = \"off\"\n");
    QTest::newRow("not the override's") << over << u"ladder.aspect"_s << Severity::Error << 1.0
                                        << QByteArray(over).replace(
                                               "[rules]\n\n", "[rules]\n\"ladder.aspect\" = \"error\"\n\n");
}

void TestPolicyEdit::rules()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, rule);
    QFETCH(Severity, severity);
    QFETCH(double, tolerance);
    const auto edited =
        policyTextWithRule(text, rule, { severity, tolerance < 0 ? std::nullopt : std::optional(tolerance) });
    QVERIFY(edited);
    QTEST(*edited, "expected");
}

void TestPolicyEdit::values_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("literal");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("name") << QByteArray("# a\nname = \"x\" # b\n") << QString() << u"name"_s << tomlText(u"y \"z\""_s)
                          << QByteArray("# a\nname = \"y \\\"z\\\"\" # b\n");
    QTest::newRow("fail_at, behind the name")
        << QByteArray("# a\nname = \"x\" # b\n[rules]\n") << QString() << u"fail_at"_s << u"\"warning\""_s
        << QByteArray("# a\nname = \"x\" # b\nfail_at = \"warning\"\n[rules]\n");
    QTest::newRow("at the top of nothing") << QByteArray("[rules]\n") << QString() << u"fail_at"_s << u"\"info\""_s
                                           << QByteArray("fail_at = \"info\"\n[rules]\n");
    QTest::newRow("the name goes") << QByteArray("# a\nname = \"x\" # b\nfail_at = \"info\"\n") << QString()
                                   << u"name"_s << QString() << QByteArray("# a\nfail_at = \"info\"\n");
    QTest::newRow("several lines") << QByteArray("[ladder]\nexpected = [ # a\n  \"HD mp4\", # b\n] # c\n")
                                   << u"ladder"_s << u"expected"_s << u"[\"SD\"]"_s
                                   << QByteArray("[ladder]\nexpected = [\"SD\"] # c\n");
    QTest::newRow("a new table") << QByteArray("name = \"x\"") << u"audio"_s << u"channels"_s << u"2"_s
                                 << QByteArray("name = \"x\"\n\n[audio]\nchannels = 2\n");
    QTest::newRow("within braces") << QByteArray("audio = { channels = 2, codecs = [] } # a\n") << u"audio"_s
                                   << u"channels"_s << u"6"_s
                                   << QByteArray("audio = { channels = 6, codecs = [] } # a\n");
    QTest::newRow("behind a list") << QByteArray("[audio]\ncodecs = [\n  \"aac\",\n] # a\n[links]\n") << u"audio"_s
                                   << u"channels"_s << u"6"_s
                                   << QByteArray("[audio]\ncodecs = [\n  \"aac\",\n] # a\nchannels = 6\n[links]\n");
    QTest::newRow("what is not there need not go")
        << QByteArray("# a\n") << u"audio"_s << u"channels"_s << QString() << QByteArray("# a\n");
}

void TestPolicyEdit::values()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, table);
    QFETCH(QString, key);
    QFETCH(QString, literal);
    const auto edited = policyTextWithValue(text, table, key, literal);
    QVERIFY(edited);
    QTEST(*edited, "expected");
}

void TestPolicyEdit::everyRuleInEveryShippedPolicy()
{
    for (const QString& name : Policy::shippedNames()) {
        const QByteArray before = Policy::shippedText(name);
        for (const Rule& rule : allRules()) {
            RuleSetting wanted { Severity::Info, rule.tolerance };
            if (wanted.tolerance)
                *wanted.tolerance = 0.5;
            const auto edited = policyTextWithRule(before, rule.id, wanted);
            QVERIFY2(edited, qPrintable(rule.id));
            const auto policy = Policy::parse(*edited, {});
            QVERIFY(policy);
            QCOMPARE(policy->base().setting(rule.id), wanted);
            QCOMPARE(edited->count('#'), before.count('#')); // every comment is there
            for (const Rule& other : allRules()) {
                if (other.id != rule.id)
                    QCOMPARE(policy->base().setting(other.id), Policy::parse(before, {})->base().setting(other.id));
            }
            QCOMPARE(policy->overridesOf(rule.id), Policy::parse(before, {})->overridesOf(rule.id));
        }
    }
}

// Dots at the top leave no place for another key of that table; what the text says stays, its comment goes.
void TestPolicyEdit::anOddTextIsWrittenAnew()
{
    const QByteArray odd("# a\naudio.codecs = [\"aac\"]\nrules.ladder.aspect.severity = \"off\"\n[[override]]\ntag = "
                         "\"x\"\naudio.channels = 1\n");
    auto edited = policyTextWithValue(odd, u"audio"_s, u"channels"_s, u"2"_s);
    QVERIFY(edited);
    edited = policyTextWithRule(*edited, u"ladder.aspect"_s, { Severity::Off, 7.0 });
    QVERIFY(edited);
    const auto policy = Policy::parse(*edited, {});
    QVERIFY(policy);
    QCOMPARE(policy->base().audioCodecs, QStringList { u"aac"_s });
    QCOMPARE(policy->base().audioChannels, 2);
    QCOMPARE(policy->base().setting(u"ladder.aspect"_s), (RuleSetting { Severity::Off, 7.0 }));
    MediaBase tagged;
    tagged.mediaTags = { u"x"_s };
    QCOMPARE(policy->settingsFor(tagged).audioChannels, 1);
}

void TestPolicyEdit::wrongOnesAreRefused()
{
    QVERIFY(!policyTextWithRule({}, u"no.such"_s, { Severity::Off, {} }));
    QVERIFY(!policyTextWithRule({}, u"ladder.aspect"_s, { Severity::Off, 1e6 }));
    QVERIFY(!policyTextWithRule("[rules", u"ladder.aspect"_s, { Severity::Off, {} }));
    const auto step = policyTextWithValue({}, u"ladder"_s, u"expected"_s, u"[\"FDH\"]"_s);
    QVERIFY(!step);
    QVERIFY2(step.error().message.contains(u"FDH"_s) && !step.error().message.contains(u"line"_s),
        qPrintable(step.error().message));
    QVERIFY(!policyTextWithValue({}, u"audio"_s, u"channels"_s, u"2.5"_s));
    QVERIFY(!policyTextWithValue({}, u"audio"_s, u"chanels"_s, u"2"_s));
}

QTEST_GUILESS_MAIN(TestPolicyEdit)
#include "tst_policy_edit.moc"
