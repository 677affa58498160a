// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/error.h"
#include "core/network_error.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace proofreel;
using namespace std::chrono_literals;

class TestError final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void details();
    void kindNamesDiffer();
    void everyNetworkErrorHasWords();
    void hostAndPorts();
};

void TestError::details()
{
    const Error error { .kind = ErrorKind::Throttled,
        .code = u"Throttling.User"_s,
        .message = u"Too much."_s,
        .advice = u"Wait."_s,
        .requestId = u"R-1"_s,
        .host = u"ice.example.com"_s,
        .httpStatus = 429,
        .tries = 3 };
    QCOMPARE(error.details(),
        u"Too much.\nWait.\nKind: Throttled\nCode: Throttling.User\nRequestId: R-1\nHost: ice.example.com\n"
        "HTTP status: 429\nTries: 3"_s);
    QCOMPARE((Error { .kind = ErrorKind::Io, .message = u"No."_s }).details(), u"No.\nKind: Io"_s);
}

void TestError::kindNamesDiffer()
{
    QSet<QString> names;
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::Io); ++kind)
        names << Error::kindName(static_cast<ErrorKind>(kind));
    QCOMPARE(names.size(), static_cast<int>(ErrorKind::Io) + 1);
}

void TestError::everyNetworkErrorHasWords()
{
    const QUrl url(u"https://ice.example.com:8443/?Signature=CANARY"_s);
    for (const auto error : { QNetworkReply::ConnectionRefusedError, QNetworkReply::RemoteHostClosedError,
             QNetworkReply::HostNotFoundError, QNetworkReply::SslHandshakeFailedError,
             QNetworkReply::TemporaryNetworkFailureError, QNetworkReply::ProxyConnectionRefusedError,
             QNetworkReply::ProxyNotFoundError, QNetworkReply::ProxyTimeoutError,
             QNetworkReply::ProxyAuthenticationRequiredError, QNetworkReply::UnknownNetworkError,
             QNetworkReply::UnknownProxyError, QNetworkReply::ProtocolFailure, QNetworkReply::UnknownContentError }) {
        const Error made =
            networkError(error, u"at https://x/?token=CANARY"_s, { .url = url, .phase = HttpPhase::Waiting });
        QVERIFY(!made.message.isEmpty());
        QVERIFY(!made.advice.isEmpty());
        QVERIFY(!made.code.isEmpty());
        QVERIFY2(!made.details().contains("CANARY"_L1), qPrintable(made.details()));
    }
    for (const HttpPhase phase : { HttpPhase::Connecting, HttpPhase::Waiting, HttpPhase::Receiving }) {
        const Error made = timeoutError({ .url = url, .phase = phase }, 1500ms);
        QCOMPARE(made.kind, ErrorKind::Timeout);
        QVERIFY(made.message.contains("1.5 s"_L1));
        QVERIFY(made.message.contains("ice.example.com:8443"_L1));
    }
}

void TestError::hostAndPorts()
{
    QCOMPARE(hostAndPort(QUrl(u"https://a.com/x"_s)), u"a.com"_s);
    QCOMPARE(hostAndPort(QUrl(u"https://a.com:444/x"_s)), u"a.com:444"_s);
    QCOMPARE(hostAndPort(QUrl(u"http://[::1]:80"_s)), u"[::1]:80"_s);
}

QTEST_GUILESS_MAIN(TestError)
#include "tst_error.moc"
