// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/play_url.h"

#include <QTest>

using namespace proofreel;
using namespace Qt::StringLiterals;
using Source = UrlExpiry::Source;

class TestPlayUrl final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void expiry_data();
    void expiry();
    void authTimeout_data();
    void authTimeout();
    void secondsLeft();
    void timeLeft_data();
    void timeLeft();
    void explainsEverySource();
};

namespace {

// 2026-03-30T12:00:00Z
constexpr qint64 kAsked = 1774872000;
QDateTime asked()
{
    return QDateTime::fromSecsSinceEpoch(kAsked, Qt::UTC);
}

} // namespace

void TestPlayUrl::expiry_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("source");
    QTest::addColumn<qint64>("at");
    const auto row = [](const char* name, const QString& query, Source source, qint64 at) {
        QTest::newRow(name) << query << static_cast<int>(source) << at;
    };
    const auto estimate = [&row](const char* name, const QString& query) {
        row(name, query, Source::AuthTimeout, kAsked + 3600);
    };
    row("type A", u"auth_key=1774879200-0-0-80cd3862d699b7118eed99103f2a3a4f"_s, Source::CdnTypeA, 1774879200);
    row("type A among others", u"a=b&auth_key=1774879200-rand-uid-md5&MtsHlsUriToken=x"_s, Source::CdnTypeA,
        1774879200);
    row("V1", u"OSSAccessKeyId=AK&Expires=1774875000&Signature=a%2Bb%3D"_s, Source::OssV1, 1774875000);
    row("V1 past", u"OSSAccessKeyId=AK&Expires=1500000000&Signature=x"_s, Source::OssV1, 1500000000);
    row("V4",
        u"x-oss-signature-version=OSS4-HMAC-SHA256&x-oss-credential=AK%2F20260330%2Fcn-shanghai%2Foss%2Faliyun_v4_"
        u"request"
        "&x-oss-date=20260330T120000Z&x-oss-expires=1800&x-oss-signature=ab"_s,
        Source::OssV4, kAsked + 1800);
    row("V4 on a leap day", u"x-oss-date=20280229T235959Z&x-oss-expires=2"_s, Source::OssV4, 1835481601);

    estimate("no query", {});
    estimate("other query", u"a=b&c"_s);
    estimate("type A with the time of signing", u"auth_key=1774872000-0-0-a"_s);
    estimate("type A long ago", u"auth_key=1444435200-0-0-a"_s);
    estimate("type A empty", u"auth_key="_s);
    estimate("type A no dash", u"auth_key=1774879200"_s);
    estimate("type A words", u"auth_key=abcdefghij-0-0-a"_s);
    estimate("type A negative", u"auth_key=-774879200-0-0-a"_s);
    estimate("type A signed", u"auth_key=+774879200-0-0-a"_s);
    estimate("type A long number", u"auth_key=99999999999999999999-0-0-a"_s);
    estimate("type A arabic digits", u"auth_key=١٧٧٤٨٧٩٢٠٠-0-0-a"_s);
    estimate("V1 without key id", u"Expires=1774875000"_s);
    estimate("V1 not a number", u"OSSAccessKeyId=AK&Expires=soon"_s);
    estimate("V1 zero", u"OSSAccessKeyId=AK&Expires=0"_s);
    estimate("V1 overflow", u"OSSAccessKeyId=AK&Expires=9223372036854775808"_s);
    estimate("V4 without date", u"x-oss-expires=1800"_s);
    estimate("V4 month 13", u"x-oss-date=20261330T120000Z&x-oss-expires=1800"_s);
    estimate("V4 date cut", u"x-oss-date=20260330&x-oss-expires=1800"_s);
    estimate("V4 unix time for seconds", u"x-oss-date=20260330T120000Z&x-oss-expires=1774875000"_s);
    estimate("V4 zero", u"x-oss-date=20260330T120000Z&x-oss-expires=0"_s);
    estimate("endless query", u"auth_key=1774879200-0-0-"_s + QString(100'000, u'a'));
    estimate("broken percent", u"auth_key=%ZZ%&Expires=%"_s);
}

void TestPlayUrl::expiry()
{
    QFETCH(QString, query);
    QFETCH(int, source);
    QFETCH(qint64, at);
    QUrl url(u"https://cdn.example.com/a/b.mp4"_s);
    if (!query.isEmpty())
        url.setQuery(query);
    const UrlExpiry found = urlExpiry(url, asked(), std::nullopt);
    QCOMPARE(static_cast<int>(found.source), source);
    QCOMPARE(found.at.toSecsSinceEpoch(), at);
    QCOMPARE(found.at.timeSpec(), Qt::UTC);
}

void TestPlayUrl::authTimeout_data()
{
    QTest::addColumn<qint64>("timeout");
    QTest::addColumn<bool>("known");
    QTest::newRow("minimum") << qint64(3600) << true;
    QTest::newRow("a day") << qint64(86400) << true;
    QTest::newRow("zero") << qint64(0) << false;
    QTest::newRow("negative") << qint64(-1) << false;
    QTest::newRow("overflow") << std::numeric_limits<qint64>::max() << false;
}

void TestPlayUrl::authTimeout()
{
    QFETCH(qint64, timeout);
    QFETCH(bool, known);
    const UrlExpiry found = urlExpiry(QUrl(u"https://h/a.mp4"_s), asked(), timeout);
    QCOMPARE(found.source == Source::AuthTimeout, known);
    QCOMPARE(found.at.isValid(), known);
    if (known)
        QCOMPARE(found.at.toSecsSinceEpoch(), kAsked + timeout);
    QCOMPARE(urlExpiry(QUrl(u"https://h/a.mp4"_s), {}, timeout).source, Source::Unknown);
    QCOMPARE(urlExpiry({}, asked(), timeout).source, Source::Unknown);
    // A bare URL that was not asked for: its own words count, even in the past.
    QCOMPARE(urlExpiry(QUrl(u"https://h/a?auth_key=1444435200-0-0-a"_s), {}, {}).source, Source::CdnTypeA);
}

void TestPlayUrl::secondsLeft()
{
    const UrlExpiry life { Source::OssV1, asked() };
    QCOMPARE(life.secondsLeft(asked().addMSecs(-1500)), 1);
    QCOMPARE(life.secondsLeft(asked()), 0);
    QCOMPARE(life.secondsLeft(asked().addMSecs(400)), -1);
    QCOMPARE(life.secondsLeft(asked().addSecs(10)), -10);
    QCOMPARE(life.secondsLeft({}), std::nullopt);
    QCOMPARE(UrlExpiry().secondsLeft(asked()), std::nullopt);
}

void TestPlayUrl::timeLeft_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("past") << qint64(-5) << u"expired"_s;
    QTest::newRow("now") << qint64(0) << u"expired"_s;
    QTest::newRow("last second") << qint64(1) << u"00:01"_s;
    QTest::newRow("minutes") << qint64(58 * 60 + 12) << u"58:12"_s;
    QTest::newRow("hours") << qint64(3723) << u"1:02:03"_s;
    QTest::newRow("days") << qint64(51 * 3600) << u"2 d 03 h"_s;
}

void TestPlayUrl::timeLeft()
{
    QFETCH(qint64, seconds);
    QTEST(timeLeftText(seconds), "text");
    QCOMPARE(timeLeftText(std::nullopt), u"–"_s);
}

void TestPlayUrl::explainsEverySource()
{
    QStringList texts;
    for (const Source source :
        { Source::Unknown, Source::CdnTypeA, Source::OssV1, Source::OssV4, Source::AuthTimeout }) {
        const QString text = expiryExplanation({ source, source == Source::Unknown ? QDateTime() : asked() });
        QCOMPARE(text.contains("2026-03-30 12:00:00"_L1), source != Source::Unknown);
        QVERIFY(!texts.contains(text));
        texts += text;
    }
}

QTEST_GUILESS_MAIN(TestPlayUrl)
#include "tst_play_url.moc"
