// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/ims/scripted_service.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace proofreel;
using namespace proofreel::test;

class TestClientRetry final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void transient_data();
    void transient();
    void threeTriesAndNoMore();
    void freshNonceAndDateEachTime();
    void obeysTheServersDelay();
    void waitIsAborted();
    void neverRetried_data();
    void neverRetried();
    void skewedClock_data();
    void skewedClock();
    void skewThatCannotBeCorrected();
    void skewWithoutADate();
    void anotherEndpointForgetsTheOffset();

private:
    static QByteArray dateHeader(const QDateTime& time)
    {
        return "Date: " + QLocale::c().toString(time, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1() + "\r\n";
    }
};

void TestClientRetry::transient_data()
{
    QTest::addColumn<QByteArray>("statusLine");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("kind");
    QTest::newRow("429") << QByteArray("429 Too Many Requests") << QByteArray("Throttling.User") << u"Throttled"_s;
    QTest::newRow("400") << QByteArray("400 Bad Request") << QByteArray("Throttling") << u"Throttled"_s;
    QTest::newRow("500") << QByteArray("500 Error") << QByteArray("InternalError") << u"Service"_s;
    QTest::newRow("503") << QByteArray("503 Unavailable") << QByteArray("ServiceUnAvailable") << u"Service"_s;
    QTest::newRow("copy of a request") << QByteArray("400 Bad Request") << QByteArray("SignatureNonceUsed")
                                       << u"Signature"_s;
}

void TestClientRetry::transient()
{
    QFETCH(const QByteArray, statusLine);
    QFETCH(const QByteArray, code);
    QFETCH(const QString, kind);
    ScriptedService service;
    service.sayError(statusLine, code);
    service.sayError(statusLine, code);
    service.sayGood();
    QSignalSpy retrying(&service.client, &Client::retrying);
    Outcome<PlayInfoReply> got;
    service.play(got);
    QVERIFY(got.wait());
    QVERIFY2(got.kind() == "ok"_L1, qPrintable(got.error().details()));
    QCOMPARE((*got.value)->info.tries, 3);
    QCOMPARE(retrying.size(), 2);
    QCOMPARE(retrying.first().at(0).toString(), u"GetPlayInfo"_s);
    QCOMPARE(Error::kindName(retrying.first().at(1).value<Error>().kind), kind);
    QCOMPARE(retrying.first().at(2).toInt(), 2);
    QCOMPARE(retrying.last().at(2).toInt(), 3);
}

void TestClientRetry::threeTriesAndNoMore()
{
    ScriptedService service;
    service.sayError("429 Too Many Requests", "Throttling.User", "x-acs-retry-after: 700\r\n");
    Outcome<PlayInfoReply> got;
    service.play(got);
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), u"Throttled"_s);
    QCOMPARE(got.error().tries, 3);
    QCOMPARE(got.error().requestId, u"R-1"_s);
    QCOMPARE(service.server.requests.size(), 3);
}

void TestClientRetry::freshNonceAndDateEachTime()
{
    ScriptedService service;
    service.sayError("500 Error", "InternalError");
    connect(
        &service.client, &Client::retrying, &service.client, [&] { service.clock.now = service.clock.now.addSecs(2); });
    Outcome<PlayInfoReply> got;
    service.play(got);
    QVERIFY(got.wait());
    QSet<QByteArray> nonces, dates, signatures;
    for (qsizetype i = 0; i < 3; ++i) {
        nonces << service.header(i, "x-acs-signature-nonce");
        dates << service.header(i, "x-acs-date");
        signatures << service.header(i, "authorization");
    }
    QCOMPARE(nonces.size(), 3);
    QCOMPARE(dates.size(), 3);
    QCOMPARE(signatures.size(), 3);
}

void TestClientRetry::obeysTheServersDelay()
{
    ScriptedService service;
    service.client.setTimeouts({ .retryDelayScale = 0.1 });
    service.sayError("429 Too Many Requests", "Throttling.User", "x-acs-retry-after: 1230\r\n");
    service.sayError("429 Too Many Requests", "Throttling.User", "x-acs-retry-after: 999999999\r\n");
    QSignalSpy retrying(&service.client, &Client::retrying);
    Outcome<PlayInfoReply> got;
    CallHandle call = service.play(got);
    QTRY_COMPARE(retrying.size(), 2);
    QCOMPARE(retrying.first().at(3).toLongLong(), 123);
    QCOMPARE(retrying.last().at(3).toLongLong(), 2000); // 20 s at most
    call.abort();
}

void TestClientRetry::waitIsAborted()
{
    ScriptedService service;
    service.client.setTimeouts({ .retryDelayScale = 1 });
    service.sayError("429 Too Many Requests", "Throttling.User", "x-acs-retry-after: 1\r\n");
    QSignalSpy retrying(&service.client, &Client::retrying);
    Outcome<PlayInfoReply> got;
    CallHandle call = service.play(got);
    QVERIFY(retrying.wait());
    call.abort();
    const auto before = service.server.requests.size();
    service.replies.clear();
    service.sayGood();
    Outcome<PlayInfoReply> next;
    service.play(next);
    QVERIFY(next.wait());
    QCOMPARE(next.kind(), u"ok"_s);
    QCOMPARE(service.server.requests.size(), before + 1); // the aborted one asked no more
    QCOMPARE(got.count, 0);
}

void TestClientRetry::neverRetried_data()
{
    QTest::addColumn<QByteArray>("code");
    for (const char* code :
        { "InvalidAccessKeyId.NotFound", "SignatureDoesNotMatch", "Forbidden.RAM", "ResourceNotFound",
            "InvalidParameter", "OperationDenied", "BrandNewCode", "InvalidSecurityToken.Expired" })
        QTest::newRow(code) << QByteArray(code);
}

void TestClientRetry::neverRetried()
{
    QFETCH(const QByteArray, code);
    ScriptedService service;
    service.sayError("400 Bad Request", code);
    Outcome<PlayInfoReply> got;
    service.play(got);
    QVERIFY(got.wait());
    QCOMPARE(got.error().code, QString::fromLatin1(code));
    QCOMPARE(service.server.requests.size(), 1);
    QCOMPARE(got.error().tries, 1);
}

void TestClientRetry::skewedClock_data()
{
    QTest::addColumn<qint64>("seconds"); // server minus PC
    for (const qint64 seconds : { 3600LL, -3600LL, 86'400LL * 400, -1200LL })
        QTest::addRow("%lld s", static_cast<long long>(seconds)) << seconds;
}

void TestClientRetry::skewedClock()
{
    QFETCH(const qint64, seconds);
    ScriptedService service;
    service.clock.now = QDateTime::fromString(u"2026-05-05T12:00:00Z"_s, Qt::ISODate);
    const QDateTime serverTime = service.clock.now.addSecs(seconds);
    service.sayError("400 Bad Request", "InvalidTimeStamp.Expired", dateHeader(serverTime));
    service.sayGood();
    QSignalSpy detected(&service.client, &Client::clockSkewDetected);
    Outcome<PlayInfoReply> got;
    service.play(got);
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), u"ok"_s);
    QCOMPARE(detected.size(), 1);
    QCOMPARE(detected.first().first().toLongLong(), seconds * 1000);
    QCOMPARE(service.client.clockOffsetMs(), seconds * 1000);
    QCOMPARE((*got.value)->info.clockOffsetMs, seconds * 1000);
    QCOMPARE((*got.value)->info.requestedAt, serverTime);
    QCOMPARE(service.header(1, "x-acs-date"), serverTime.toString(u"yyyy-MM-ddTHH:mm:ssZ"_s).toLatin1());
    // and the next call is right at once
    Outcome<PlayInfoReply> next;
    service.play(next);
    QVERIFY(next.wait());
    QCOMPARE((*next.value)->info.tries, 1);
    QCOMPARE(service.server.requests.size(), 3);
}

void TestClientRetry::skewThatCannotBeCorrected()
{
    ScriptedService service;
    service.sayError("400 Bad Request", "InvalidTimeStamp.Expired", dateHeader(service.clock.now.addSecs(-1200)));
    Outcome<PlayInfoReply> got;
    service.play(got);
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), u"ClockSkew"_s);
    QCOMPARE(service.server.requests.size(), 2); // once, not for ever
    QVERIFY2(got.error().message.contains("20 minute"_L1), qPrintable(got.error().message));
    QVERIFY(got.error().message.contains("ahead"_L1));
    QVERIFY(got.error().advice.contains("Set the date"_L1));
}

void TestClientRetry::skewWithoutADate()
{
    ScriptedService service;
    service.sayError("400 Bad Request", "InvalidTimeStamp.Expired");
    Outcome<PlayInfoReply> got;
    service.play(got);
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), u"ClockSkew"_s);
    QCOMPARE(service.server.requests.size(), 1);
    QCOMPARE(service.client.clockOffsetMs(), 0);
}

void TestClientRetry::anotherEndpointForgetsTheOffset()
{
    ScriptedService service;
    service.sayError("400 Bad Request", "InvalidTimeStamp.Expired", dateHeader(service.clock.now.addSecs(3600)));
    service.sayGood();
    Outcome<PlayInfoReply> got;
    service.play(got);
    QVERIFY(got.wait());
    QVERIFY(service.client.clockOffsetMs() != 0);
    ImsAccount account = service.client.account();
    account.credentials.accessKeyId = u"other"_s;
    service.client.setAccount(account);
    QVERIFY(service.client.clockOffsetMs() != 0); // the same server
    account.endpoint = QUrl(u"https://ice.cn-shanghai.aliyuncs.com"_s);
    service.client.setAccount(account);
    QCOMPARE(service.client.clockOffsetMs(), 0);
}

QTEST_GUILESS_MAIN(TestClientRetry)
#include "tst_client_retry.moc"
