// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/match_builder.h"
#include "sandbox/match_expression.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace proofreel;
using sandbox::MatchExpression;
using sandbox::SearchDocument;

namespace {

QString textOf(const MatchBuilder& builder)
{
    const auto built = builder.build();
    return built ? built->text : u"error: "_s + built.error().message;
}

//! The expression without what stands in quotes: a value that broke out would show.
QString skeleton(QString expression)
{
    static const QRegularExpression value(u"'[^']*'"_s);
    return expression.replace(value, u"'"_s);
}

bool matches(const QString& expression, const SearchDocument& document)
{
    MatchExpression parsed;
    return !parsed.parse(expression) && parsed.matches(document);
}

//! Words that break badly made expressions, mixed with all of Unicode.
QString hostile(QRandomGenerator& random)
{
    static const QStringList bits { u"'"_s, u"''"_s, u"\\"_s, u"\\'"_s, u"\""_s, u")"_s, u"("_s, u" or "_s, u" and "_s,
        u"' or cateId == '8"_s, u"') or (title = '"_s, u"title"_s, u"=="_s, u"="_s, u"in"_s, u"["_s, u"]"_s, u","_s,
        u"标题"_s, u"’"_s, u"＇"_s, u"（"_s, u"𝕏"_s, u"é"_s, u"%27"_s, u"%"_s, u"*"_s, u"--"_s, u" "_s, u"\n"_s,
        u"\t"_s, QString(1, QChar(0)), QString(1, QChar(0xd800)), QString(1, QChar(0xdc00)), QString(1, QChar(0x2028)),
        u"abc"_s, u"a long word after another one"_s, QString(70, u'x') };
    QString out;
    const int length = random.bounded(1, 14);
    for (int i = 0; i < length; ++i) {
        if (random.bounded(4) == 0)
            out += QChar(static_cast<char16_t>(random.bounded(0x10000)));
        else
            out += bits.at(random.bounded(static_cast<int>(bits.size())));
    }
    return out;
}

} // namespace

class TestMatchBuilder final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void conditions();
    void contains_data();
    void contains();
    void longValues();
    void refused();
    void anyOf();
    void hostileContains();
    void hostileExact();
    void halfWidth_data();
    void halfWidth();
};

void TestMatchBuilder::conditions()
{
    QVERIFY(MatchBuilder().isEmpty());
    QCOMPARE(textOf(MatchBuilder()), QString());
    MatchBuilder all;
    all.titleContains(u" 新闻 ab "_s)
        .descriptionContains(u"d"_s)
        .tagIn({ u"a"_s, u" b "_s, u"a"_s, u""_s })
        .cateIdIs(-1)
        .statusIn({ 3, 13 })
        .mediaTypeIn({ u"video"_s, u"audio"_s })
        .createdBetween(5, 7)
        .createdBetween(5, 7, MatchBuilder::Range::Open)
        .createdBetween(5, {})
        .createdBetween({}, 7)
        .createdBetween({}, {})
        .mediaIdIs(u" m1 "_s);
    QCOMPARE(textOf(all),
        u"title = '新闻 ab' and description = 'd' and tagList in ('a','b') and cateId == '-1' and status in ('3','13') "
        "and mediaType in ('video','audio') and utcCreate = ['5','7'] and utcCreate = ('5','7') and "
        "utcCreate = ['5','253402300799999'] and utcCreate = ['0','7'] and mediaId == 'm1'"_s);
    MatchExpression parsed;
    QCOMPARE(parsed.parse(textOf(all)), std::nullopt);
    MatchBuilder blank;
    blank.titleContains(u" \n"_s).tagIn({ u" "_s }).tagIn({}).statusIn({}).mediaIdIs({}).anyOf({ MatchBuilder() });
    QVERIFY(blank.isEmpty());
}

void TestMatchBuilder::contains_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"a b"_s << u"title = 'a b'"_s;
    QTest::newRow("quote") << u"it's"_s << u"title = 'it' and title = 's'"_s;
    QTest::newRow("quotes around") << u"'a'"_s << u"title = 'a'"_s;
    QTest::newRow("double quote and backslash") << u"a\"b\\c"_s << u"title = 'a' and title = 'b' and title = 'c'"_s;
    QTest::newRow("control") << u"a\x01 b"_s << u"title = 'a' and title = 'b'"_s;
    QTest::newRow("full width stays") << u"（a，b）’"_s << u"title = '（a，b）’'"_s;
    QTest::newRow("words of the language") << u"a) or (b and c = d"_s << u"title = 'a) or (b and c = d'"_s;
}

void TestMatchBuilder::contains()
{
    QFETCH(const QString, value);
    QFETCH(const QString, expected);
    MatchBuilder builder;
    builder.titleContains(value);
    QCOMPARE(textOf(builder), expected);
    QVERIFY(builder.build()->notes.isEmpty());
}

void TestMatchBuilder::longValues()
{
    MatchBuilder builder;
    builder.titleContains(QString(60, u'x'));
    QVERIFY(builder.build()->notes.isEmpty());
    MatchBuilder words;
    const QString title = u"the quick brown fox jumps over the lazy dog and then over the fence again"_s;
    words.titleContains(title);
    QCOMPARE(textOf(words),
        u"title = 'the quick brown fox jumps over the lazy dog and then over' and title = 'the fence again'"_s);
    QCOMPARE(words.build()->notes.size(), 1); // and it says so
    MatchBuilder wide; // nowhere to cut but inside, and not inside a pair
    wide.titleContains(u"x"_s + u"𝕏"_s.repeated(40));
    QCOMPARE(textOf(wide), u"title = 'x%1' and title = '%2'"_s.arg(u"𝕏"_s.repeated(29), u"𝕏"_s.repeated(11)));
}

void TestMatchBuilder::refused()
{
    const auto isRefused = [](const MatchBuilder& builder) {
        const auto built = builder.build();
        return !built && built.error().kind == ErrorKind::InvalidRequest && !built.error().message.isEmpty()
            && !built.error().advice.isEmpty() && !builder.isEmpty();
    };
    QVERIFY(isRefused(MatchBuilder().titleContains(u"'\\'"_s)));
    QVERIFY(isRefused(MatchBuilder().tagIn({ u"fine"_s, u"it's"_s })));
    QVERIFY(isRefused(MatchBuilder().tagIn({ u"a\\"_s })));
    QVERIFY(isRefused(MatchBuilder().mediaIdIs(u"a' or title = 'b"_s)));
    QVERIFY(isRefused(MatchBuilder().mediaTypeIn({ u"video"_s, u"image"_s })));
    QVERIFY(isRefused(MatchBuilder().createdBetween(7, 5)));
    QVERIFY(isRefused(MatchBuilder().anyOf({ MatchBuilder().tagIn({ u"'"_s }) })));
    QVERIFY(isRefused(MatchBuilder().titleContains(QString(5000, u'x'))));
}

void TestMatchBuilder::anyOf()
{
    const QString text = textOf(MatchBuilder().cateIdIs(7).anyOf(
        { MatchBuilder().titleContains(u"it's"_s), MatchBuilder(), MatchBuilder().descriptionContains(u"d"_s) }));
    QCOMPARE(text, u"cateId == '7' and ((title = 'it' and title = 's') or description = 'd')"_s);
    QVERIFY(matches(text, { .title = u"it's"_s, .cateId = 7 }));
    QVERIFY(matches(text, { .description = u"d"_s, .cateId = 7 }));
    QVERIFY(!matches(text, { .title = u"it"_s, .cateId = 7 }));
    QVERIFY(!matches(text, { .description = u"d"_s, .cateId = 8 }));
    QCOMPARE(textOf(MatchBuilder().anyOf({ MatchBuilder().cateIdIs(7) })), u"cateId == '7'"_s);
}

void TestMatchBuilder::hostileContains()
{
    QRandomGenerator random(20261124);
    int searched = 0;
    for (int i = 0; i < 20'000; ++i) {
        const QString value = hostile(random);
        const auto built =
            MatchBuilder()
                .cateIdIs(7)
                .anyOf({ MatchBuilder().titleContains(value), MatchBuilder().descriptionContains(value) })
                .mediaIdIs(u"m"_s)
                .build();
        if (!built) { // nothing but quotes
            QVERIFY2(!value.contains(QRegularExpression(u"[a-z]"_s)), qPrintable(value));
            continue;
        }
        static const QRegularExpression whole(
            uR"(\AcateId == ' and (\((\((title = ' and )+title = '\)|title = ') or (\((description = ' and )+description = '\)|description = ')\) and )?mediaId == '\z)"_s);
        QVERIFY2(whole.match(skeleton(built->text)).hasMatch(), qPrintable(value + u" → "_s + built->text));
        SearchDocument wanted { .mediaId = u"m"_s, .title = value, .cateId = 7 };
        QVERIFY2(matches(built->text, wanted), qPrintable(value + u" → "_s + built->text));
        wanted.cateId = 8;
        QVERIFY2(!matches(built->text, wanted), qPrintable(value));
        ++searched;
    }
    QVERIFY(searched > 15'000);
}

void TestMatchBuilder::hostileExact()
{
    QRandomGenerator random(7);
    int accepted = 0;
    for (int i = 0; i < 20'000; ++i) {
        const QString value = hostile(random);
        const auto built = MatchBuilder().tagIn({ value }).cateIdIs(7).build();
        if (!built)
            continue;
        ++accepted;
        const QString expected = value.trimmed().isEmpty() ? u"cateId == '"_s : u"tagList in (') and cateId == '"_s;
        QCOMPARE(skeleton(built->text), expected);
        QVERIFY(matches(built->text, { .tags = { value.trimmed() }, .cateId = 7 }));
        QVERIFY(!matches(built->text, { .tags = { value.trimmed() }, .cateId = 8 }));
    }
    QVERIFY(accepted > 500);
}

void TestMatchBuilder::halfWidth_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    QTest::newRow("as it should be") << u"title = 'a' and cateId == '1'"_s << u"title = 'a' and cateId == '1'"_s;
    QTest::newRow("full width") << u"（title＝‘a’　or　tagList in（＇b＇，‘c’））"_s
                                << u"(title='a' or tagList in('b','c'))"_s;
    QTest::newRow("range") << u"utcCreate ＝ ［'1'，'2'］"_s << u"utcCreate = ['1','2']"_s;
    QTest::newRow("values stay") << u"title = '（a’，‘b）'"_s << u"title = '（a’，‘b）'"_s;
    QTest::newRow("open end") << u"title = ‘（a"_s << u"title = '（a"_s;
}

void TestMatchBuilder::halfWidth()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, expected);
    QCOMPARE(halfWidthMatch(typed), expected);
    QCOMPARE(halfWidthMatch(expected), expected);
}

QTEST_GUILESS_MAIN(TestMatchBuilder)
#include "tst_match_builder.moc"
