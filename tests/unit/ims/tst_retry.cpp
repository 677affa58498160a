// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/retry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace proofreel;
using namespace std::chrono_literals;

class TestRetry final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsRetried_data();
    void whatIsRetried();
    void delays_data();
    void delays();
};

void TestRetry::whatIsRetried_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char* name, Error error, bool expected) { QTest::newRow(name) << error << expected; };
    row("throttled", { .kind = ErrorKind::Throttled, .httpStatus = 400 }, true);
    row("500", { .kind = ErrorKind::Service, .httpStatus = 500 }, true);
    row("503", { .kind = ErrorKind::Service, .httpStatus = 503 }, true);
    row("unknown code, 400", { .kind = ErrorKind::Service, .httpStatus = 400 }, false);
    row("connection", { .kind = ErrorKind::Network, .code = u"ConnectionRefusedError"_s }, true);
    row("cut", { .kind = ErrorKind::Protocol, .code = u"RemoteHostClosedError"_s }, true);
    row("malformed", { .kind = ErrorKind::Protocol, .httpStatus = 200 }, false);
    row("nonce of a copy", { .kind = ErrorKind::Signature, .code = u"SignatureNonceUsed"_s }, true);
    row("wrong secret", { .kind = ErrorKind::Signature, .code = u"SignatureDoesNotMatch"_s }, false);
    for (const ErrorKind kind : { ErrorKind::Timeout, ErrorKind::Tls, ErrorKind::Proxy, ErrorKind::Credentials,
             ErrorKind::Permission, ErrorKind::ClockSkew, ErrorKind::NotFound, ErrorKind::InvalidRequest,
             ErrorKind::TooLarge, ErrorKind::Cancelled })
        row(qPrintable(Error::kindName(kind)), { .kind = kind }, false);
}

void TestRetry::whatIsRetried()
{
    QFETCH(const Error, error);
    QFETCH(const bool, expected);
    const RetryPolicy policy;
    QCOMPARE(policy.delay(error, 1, {}, 0.5).has_value(), expected);
    QCOMPARE(policy.delay(error, 2, {}, 0.5).has_value(), expected);
    QVERIFY(!policy.delay(error, 3, {}, 0.5));
}

void TestRetry::delays_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("tries");
    QTest::addColumn<int>("retryAfter"); // -1: none
    QTest::addColumn<double>("random");
    QTest::addColumn<int>("expected");
    QTest::newRow("first, least") << ErrorKind::Network << 1 << -1 << 0.0 << 100;
    QTest::newRow("first, most") << ErrorKind::Network << 1 << -1 << 1.0 << 200;
    QTest::newRow("second") << ErrorKind::Network << 2 << -1 << 1.0 << 400;
    QTest::newRow("throttled") << ErrorKind::Throttled << 1 << -1 << 1.0 << 500;
    QTest::newRow("throttled twice") << ErrorKind::Throttled << 2 << -1 << 0.0 << 500;
    QTest::newRow("as the server says") << ErrorKind::Throttled << 1 << 1234 << 0.3 << 1234;
    QTest::newRow("at once") << ErrorKind::Throttled << 1 << 0 << 0.3 << 0;
    QTest::newRow("capped") << ErrorKind::Throttled << 1 << 3'600'000 << 0.3 << 20'000;
    QTest::newRow("nonsense") << ErrorKind::Network << 2 << -1 << 99.0 << 400;
}

void TestRetry::delays()
{
    QFETCH(const ErrorKind, kind);
    QFETCH(const int, tries);
    QFETCH(const int, retryAfter);
    QFETCH(const double, random);
    QFETCH(const int, expected);
    const auto after = retryAfter < 0 ? std::nullopt : std::optional(std::chrono::milliseconds(retryAfter));
    QCOMPARE(RetryPolicy().delay({ .kind = kind }, tries, after, random)->count(), expected);
}

QTEST_GUILESS_MAIN(TestRetry)
#include "tst_retry.moc"
