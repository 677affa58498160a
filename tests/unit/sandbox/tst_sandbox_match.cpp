// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/match_expression.h"

#include <QTest>

using namespace proofreel::sandbox;
using namespace Qt::StringLiterals;

namespace {

SearchDocument city()
{
    return { u"86434e15"_s, u"City night drive"_s, u"Ring road at dusk"_s, u"video"_s, u"bucket-a"_s,
        { u"night"_s, u"car"_s }, 4211, 3, 1000, 2000 };
}

} // namespace

class TestSandboxMatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matches_data();
    void matches();
    void refuses_data();
    void refuses();
    void bounds();
    void mentions();
    void escapes();
};

void TestSandboxMatch::matches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    const auto yes = [](const char* text) { QTest::newRow(text) << QString::fromUtf8(text) << true; };
    const auto no = [](const char* text) { QTest::newRow(text) << QString::fromUtf8(text) << false; };
    yes("");
    yes("   ");
    yes("title = 'night'");
    yes("title='NIGHT DR'");
    no("title = 'day'");
    yes("description = 'dusk'");
    yes("mediaId == '86434e15'");
    no("mediaId == '86434e1'");
    yes("cateId == '4211'");
    yes("cateId == 4211");
    no("cateId == 42110");
    yes("status == 3");
    yes("status in ('1','3')");
    no("status in (0, 1)");
    yes("tagList in ('car')");
    yes("tagList in ('boat','car')");
    no("tagList in ('ca')");
    yes("mediaType in ('video','audio')");
    yes("mediaType == 'video'");
    yes("fileInfo.storageLocation == 'bucket-a'");
    no("fileInfo.storageLocation in ('bucket-b')");
    yes("utcCreate = ['1000','1000']");
    no("utcCreate = ('1000','2000')");
    yes("utcCreate = ('999','1001')");
    yes("utcModified = [2000, 3000]");
    no("utcModified = (2000, 3000)");
    yes("title = 'night' and cateId == 4211");
    no("title = 'night' and cateId == 1");
    yes("(title = 'day' or title = 'night')");
    yes("(title = 'day' or title = 'night') and status == 3");
    no("(title = 'day' or title = 'noon') and status == 3");
    yes("((title = 'day') or (title = 'night' and status == 3))");
    yes("title = 'NIGHT' AND status == 3");
    no("ocrInfo.tracks.content = 'x'");
    no("aiLabelInfo.category == 'x'");
    yes("title = ' ni'");
    no("title = '\\'night'");
    no("title = '\\\\'");
}

void TestSandboxMatch::matches()
{
    QFETCH(QString, text);
    QFETCH(bool, expected);
    MatchExpression expression;
    const auto error = expression.parse(text);
    QVERIFY2(!error, qPrintable(error.value_or(QString())));
    QCOMPARE(expression.matches(city()), expected);
}

void TestSandboxMatch::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("why");
    const auto row = [](const char* text, const char* why) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(why);
    };
    row("colour = 'red'",
        "unknown field \"colour\" (known: title, description, tagList, mediaId, cateId, status, utcCreate, "
        "utcModified, fileInfo.storageLocation, "
        "ocrInfo.tracks.content, aiLabelInfo.category, aiLabelInfo.label_id, mediaType) at character 1");
    row("STATUS == 3",
        "unknown field \"STATUS\" (known: title, description, tagList, mediaId, cateId, status, utcCreate, "
        "utcModified, fileInfo.storageLocation, "
        "ocrInfo.tracks.content, aiLabelInfo.category, aiLabelInfo.label_id, mediaType) at character 1");
    row("title", "\"==\", \"=\" or \"in\" expected at character 6");
    row("title = night", "value in single quotes expected at character 9");
    row("title = 'night", "closing quote expected for the value that begins at character 10");
    row("title = 'night\\'", "closing quote expected for the value that begins at character 10");
    row("title = 'a'' and status == 3", "unexpected text at character 12");
    row("title = \"night\"", "value in single quotes expected at character 9");
    row("title == 'night'",
        "field \"title\" does not support this kind of match (it takes = 'part of it') at character 17");
    row("cateId = '1'", "field \"cateId\" does not support this kind of match (it takes == 'value') at character 13");
    row("mediaId in ('1')",
        "field \"mediaId\" does not support this kind of match (it takes == 'value') at character 17");
    row("tagList = 'car'",
        "field \"tagList\" does not support this kind of match (it takes in ('a','b')) at character 16");
    row("title = ('a','b')",
        "field \"title\" does not support this kind of match (it takes = 'part of it') at character 18");
    row("utcCreate = '5'",
        "field \"utcCreate\" does not support this kind of match (it takes = ['from','to'] or = ('from','to')) at "
        "character 16");
    row("utcCreate = ['1']", "a range needs two values at character 18");
    row("utcCreate = ['1','2')", "\"]\" expected at character 21");
    row("utcCreate = ['a','b']", "field \"utcCreate\" needs a number at character 17");
    row("cateId == 'x'", "field \"cateId\" needs a number at character 14");
    row("title = 'a' or title = 'b'", "\"or\" must stand in parentheses at character 13");
    row("(title = 'a' or title = 'b'", "\")\" expected at character 28");
    row("title = 'a' and", "field name expected at character 16");
    row("title = 'a' title = 'b'", "unexpected text at character 13");
    row("()", "field name expected at character 2");
    row("title ＝ 'a'", "\"==\", \"=\" or \"in\" expected at character 7"); // full-width
    row("标题 = 'a'", "field name expected at character 1");
}

void TestSandboxMatch::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, why);
    MatchExpression expression;
    QCOMPARE(expression.parse(text).value_or(u"accepted"_s), why);
}

void TestSandboxMatch::bounds()
{
    MatchExpression expression;
    const auto nested = [](int depth) { return QString(depth, u'(') + u"status == 3"_s + QString(depth, u')'); };
    QVERIFY(!expression.parse(nested(MatchExpression::maxDepth)));
    QVERIFY(expression.parse(nested(MatchExpression::maxDepth + 1)).value().startsWith("too many nested"_L1));
    QVERIFY(expression.parse(nested(2000)).value().startsWith("too many nested"_L1));
    QVERIFY(expression.parse(QString(MatchExpression::maxLength + 1, u'(')).value().startsWith("it is longer"_L1));
    QVERIFY(!expression.parse(u"title = '%1'"_s.arg(QString(60, u'x'))));
    QVERIFY(expression.parse(u"title = '%1'"_s.arg(QString(61, u'x'))).value().startsWith("a fuzzy value"_L1));
    QStringList values(MatchExpression::maxValues, u"'1'"_s);
    QVERIFY(!expression.parse(u"status in (%1)"_s.arg(values.join(u','))));
    values.append(u"'1'"_s);
    QVERIFY(expression.parse(u"status in (%1)"_s.arg(values.join(u','))).value().startsWith("too many values"_L1));
}

void TestSandboxMatch::mentions()
{
    MatchExpression expression;
    QVERIFY(!expression.parse(u"title = 'a' and (status == 1 or mediaType == 'audio')"_s));
    QVERIFY(expression.mentions(u"mediaType"));
    QVERIFY(!expression.mentions(u"tagList"));
    QVERIFY(!MatchExpression().mentions(u"title"));
}

void TestSandboxMatch::escapes()
{
    SearchDocument document = city();
    document.title = u"Bob's \\ cut"_s;
    for (const char* text : { R"(title = 'Bob\'s')", R"(title = '\\ cut')", R"(title = '\'s \\')" }) {
        MatchExpression expression;
        QVERIFY2(!expression.parse(QString::fromLatin1(text)), text);
        QVERIFY2(expression.matches(document), text);
    }
    // Another backslash is itself.
    document.title = u"a\\b"_s;
    MatchExpression expression;
    QVERIFY(!expression.parse(uR"(title = 'a\b')"_s));
    QVERIFY(expression.matches(document));
    QCOMPARE(expression.valuesOf(u"title"), QStringList { u"a\\b"_s });
}

QTEST_GUILESS_MAIN(TestSandboxMatch)
#include "tst_sandbox_match.moc"
