// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/service_error.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace proofreel;
using namespace std::chrono_literals;

class TestServiceError final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void codes_data();
    void codes();
    void everyTroubleHasItsOwnWords();
    void wrongSecretOrChangedRequest_data();
    void wrongSecretOrChangedRequest();
    void envelopes_data();
    void envelopes();
    void foreignAnswers_data();
    void foreignAnswers();
    void successes_data();
    void successes();
    void retryAfter_data();
    void retryAfter();
    void serverDate();
    void echoesOfSecrets_data();
    void echoesOfSecrets();
    void boundsWhatTheServerSays();

private:
    static CallFacts facts()
    {
        return { u"GetPlayInfo"_s, u"ice.example.com"_s,
            { u"LTAI5tCanaryCanary1234"_s, u"CANARYsecret/+=9"_s, u"CANARYtoken/+=9"_s },
            "ACS3-HMAC-SHA256\n0123456789abcdef", "CANARYsignature" };
    }
    static HttpResponse reply(int status, const QByteArray& code, const QByteArray& message = "Some words.")
    {
        QByteArray text = message; // it comes with "\\n" for a line break, as JSON has it
        return { .status = status,
            .body = QJsonDocument(QJsonObject { { u"RequestId"_s, u"R-1"_s }, { u"HostId"_s, u"h"_s },
                                      { u"Code"_s, QString::fromLatin1(code) },
                                      { u"Message"_s, QString::fromLatin1(text.replace("\\n", "\n")) } })
                        .toJson() };
    }
};

void TestServiceError::codes_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char* code, int status, const char* kind) {
        QTest::addRow("%s %d", code, status) << QByteArray(code) << status << QString::fromLatin1(kind);
    };
    row("InvalidAccessKeyId.NotFound", 404, "Credentials");
    row("InvalidAccessKeyId.NotFound", 400, "Credentials");
    row("InvalidAccessKeyId.Inactive", 400, "Credentials");
    row("InvalidSecurityToken.Expired", 400, "Credentials");
    row("InvalidSecurityToken.Malformed", 400, "Credentials");
    row("InvalidSecurityToken.MismatchWithAccessKey", 400, "Credentials");
    row("MissingSecurityToken", 400, "Credentials");
    row("SignatureDoesNotMatch", 400, "Signature");
    row("SignatureDoesNotMatch", 403, "Signature");
    row("IncompleteSignature", 400, "Signature");
    row("SignatureNonceUsed", 400, "Signature");
    row("InvalidTimeStamp.Expired", 400, "ClockSkew");
    row("InvalidTimeStamp.Format", 400, "InvalidRequest");
    row("Throttling", 400, "Throttled");
    row("Throttling.User", 429, "Throttled");
    row("Throttling.Api", 400, "Throttled");
    row("RequestsTooFrequent", 403, "Throttled");
    row("Brand.Throttling", 400, "Throttled");
    row("Forbidden.RAM", 403, "Permission");
    row("Forbidden", 403, "Permission");
    row("NoPermission", 403, "Permission");
    row("OperationDenied", 403, "Permission");
    row("OperationDenied.Suspended", 403, "Permission");
    row("ResourceNotFound", 404, "NotFound");
    row("ProjectNotFound", 404, "NotFound");
    row("NoMatchedInputUrl", 404, "NotFound");
    row("InvalidMedia.NotFound", 404, "NotFound");
    row("AnythingAtAll", 404, "NotFound");
    row("InvalidApi.NotFound", 404, "InvalidRequest");
    row("MissingParameter", 400, "InvalidRequest");
    row("MissingMediaId", 400, "InvalidRequest");
    row("InvalidParameter", 400, "InvalidRequest");
    row("InvalidParameter.AuthTimeout", 400, "InvalidRequest");
    row("InternalError", 500, "Service");
    row("ServiceUnAvailable", 503, "Service");
    row("ServiceUnavailable", 503, "Service");
    row("BrandNewCode", 400, "Service");
    row("BrandNewCode", 500, "Service");
    row("BrandNewCode", 429, "Throttled");
    row("BrandNewCode", 403, "Permission");
    row("BrandNewCode", 401, "Credentials");
    row("InternalError", 200, "Service"); // an envelope behind a success
}

void TestServiceError::codes()
{
    QFETCH(const QByteArray, code);
    QFETCH(const int, status);
    QFETCH(const QString, kind);
    const auto got = serviceFailure(reply(status, code), facts());
    QVERIFY(got);
    QCOMPARE(Error::kindName(got->error.kind), kind);
    QCOMPARE(got->error.code, QString::fromLatin1(code));
    QCOMPARE(got->error.requestId, u"R-1"_s);
    QCOMPARE(got->error.httpStatus, status);
    QCOMPARE(got->error.host, u"ice.example.com"_s);
    QVERIFY(!got->error.message.isEmpty());
    QVERIFY(!got->error.advice.isEmpty());
}

void TestServiceError::everyTroubleHasItsOwnWords()
{
    QSet<QString> messages;
    const QList<QByteArray> codes { "InvalidAccessKeyId.NotFound", "InvalidAccessKeyId.Inactive",
        "InvalidSecurityToken.Expired", "InvalidSecurityToken.MismatchWithAccessKey", "MissingSecurityToken",
        "SignatureDoesNotMatch", "IncompleteSignature", "InvalidTimeStamp.Expired", "Throttling.User", "Forbidden.RAM",
        "OperationDenied", "OperationDenied.Suspended", "ResourceNotFound", "InvalidApi.NotFound", "MissingParameter",
        "InternalError", "ServiceUnAvailable", "BrandNewCode" };
    for (const QByteArray& code : codes)
        messages << serviceFailure(reply(400, code), facts())->error.message;
    QCOMPARE(messages.size(), codes.size());

    QVERIFY(serviceFailure(reply(403, "Forbidden.RAM"), facts())->error.message.contains("ice:GetPlayInfo"_L1));
    HttpResponse denied = reply(403, "NoPermission");
    denied.body.replace("\"HostId\": \"h\"", "\"AccessDeniedDetail\": {\"AuthAction\": \"ice:ListMediaBasicInfos\"}");
    QVERIFY(serviceFailure(denied, facts())->error.message.contains("ice:ListMediaBasicInfos"_L1));
    QVERIFY(
        serviceFailure(reply(400, "InvalidAccessKeyId.NotFound"), facts())->error.message.contains(u"LTAI5t…1234"_s));
    CallFacts temporary = facts();
    temporary.credentials = { u"STS.NUxCanaryCanary1234"_s, u"s"_s, {} };
    QVERIFY(serviceFailure(reply(404, "InvalidAccessKeyId.NotFound"), temporary)
                ->error.message.contains("without its security token"_L1));
}

void TestServiceError::wrongSecretOrChangedRequest_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<bool>("secret");
    QTest::newRow("ours") << QByteArray(
        R"(Specified signature is not matched with our calculation. server string to sign is:ACS3-HMAC-SHA256\n0123456789abcdef)")
                          << true;
    QTest::newRow("another") << QByteArray(
        R"(Specified signature is not matched. server string to sign is:ACS3-HMAC-SHA256\nfedcba9876543210)")
                             << false;
    QTest::newRow("not told") << QByteArray("Specified signature is not matched with our calculation.") << true;
}

void TestServiceError::wrongSecretOrChangedRequest()
{
    QFETCH(const QByteArray, message);
    QFETCH(const bool, secret);
    const auto got = serviceFailure(reply(400, "SignatureDoesNotMatch", message), facts());
    QCOMPARE(got->error.kind, ErrorKind::Signature);
    QCOMPARE(got->error.message.contains("secret does not fit"_L1), secret);
    QCOMPARE(got->error.message.contains("not the one that was signed"_L1), !secret);
}

void TestServiceError::envelopes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("documented") << QByteArray(
        R"({"RequestId":"R-1","HostId":"ice","Code":"Throttling","Message":"m","Recommend":"https://x"})");
    QTest::newRow("lower case") << QByteArray(R"({"requestId":"R-1","code":"Throttling","message":"m"})");
    QTest::newRow("xml") << QByteArray("<?xml version='1.0' "
                                       "encoding='UTF-8'?><Error><RequestId>R-1</RequestId><HostId>h</"
                                       "HostId><Code>Throttling</Code><Message>m</Message></Error>");
    QTest::newRow("xml, cut") << QByteArray("<Error><RequestId>R-1</RequestId><Code>Throttling</Code><Message>m</Mess");
}

void TestServiceError::envelopes()
{
    QFETCH(const QByteArray, body);
    const auto got = serviceFailure({ .status = 400, .body = body }, facts());
    QVERIFY(got);
    QCOMPARE(got->error.kind, ErrorKind::Throttled);
    QCOMPARE(got->error.code, u"Throttling"_s);
    QCOMPARE(got->error.requestId, u"R-1"_s);
}

void TestServiceError::foreignAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("kind");
    const QByteArray page = "<html><head><title>Blocked</title></head><body>Signature=CANARY</body></html>";
    QTest::newRow("bad gateway") << 502 << page << u"Service"_s;
    QTest::newRow("page not found") << 404 << page << u"Protocol"_s;
    QTest::newRow("blocked") << 403 << page << u"Protocol"_s;
    QTest::newRow("log-in page") << 302 << page << u"Protocol"_s;
    QTest::newRow("proxy password") << 407 << page << u"Proxy"_s;
    QTest::newRow("limiter on the way") << 429 << QByteArray("slow down") << u"Throttled"_s;
    QTest::newRow("empty 500") << 500 << QByteArray() << u"Service"_s;
    QTest::newRow("other json") << 400 << QByteArray(R"({"error":"x"})") << u"Protocol"_s;
    QTest::newRow("entity bomb")
        << 400
        << QByteArray(
               "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;\">]><Error><Code>&c;&c;&c;</Code>")
        << u"Protocol"_s;
}

void TestServiceError::foreignAnswers()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, kind);
    const auto got = serviceFailure({ .status = status, .body = body }, facts());
    QVERIFY(got);
    if (qstrcmp(QTest::currentDataTag(), "entity bomb") != 0)
        QCOMPARE(Error::kindName(got->error.kind), kind);
    QVERIFY(!got->error.message.isEmpty() && !got->error.advice.isEmpty());
    QVERIFY(!got->error.details().contains("CANARY"_L1));
    QVERIFY(got->error.details().size() < 1000);
}

void TestServiceError::successes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("plain") << QByteArray(R"({"RequestId":"R","PlayInfoList":[]})");
    QTest::newRow("code 200") << QByteArray(R"({"Code":"200","Success":"True"})");
    QTest::newRow("code 200 number") << QByteArray(R"({"Code":200})");
    QTest::newRow("code OK") << QByteArray(R"({"code":"ok"})");
    QTest::newRow("not json") << QByteArray("garbage"); // the decoder's business
}

void TestServiceError::successes()
{
    QFETCH(const QByteArray, body);
    QVERIFY(!serviceFailure({ .status = 200, .body = body }, facts()));
}

void TestServiceError::retryAfter_data()
{
    QTest::addColumn<HttpHeaders>("headers");
    QTest::addColumn<int>("expected"); // ms, -1: none
    QTest::newRow("none") << HttpHeaders {} << -1;
    QTest::newRow("acs") << HttpHeaders { { "X-Acs-Retry-After", " 300 " } } << 300;
    QTest::newRow("standard") << HttpHeaders { { "Retry-After", "2" } } << 2000;
    QTest::newRow("both") << HttpHeaders { { "Retry-After", "2" }, { "x-acs-retry-after", "300" } } << 300;
    QTest::newRow("date") << HttpHeaders { { "Retry-After", "Wed, 21 Oct 2026 07:28:00 GMT" } } << -1;
    QTest::newRow("negative") << HttpHeaders { { "x-acs-retry-after", "-5" } } << -1;
    QTest::newRow("words") << HttpHeaders { { "x-acs-retry-after", "soon" } } << -1;
    QTest::newRow("huge") << HttpHeaders { { "x-acs-retry-after", "9223372036854775807" } } << 86'400'000;
    QTest::newRow("huge seconds") << HttpHeaders { { "Retry-After", "9223372036854775807" } } << 86'400'000;
}

void TestServiceError::retryAfter()
{
    QFETCH(const HttpHeaders, headers);
    QFETCH(const int, expected);
    HttpResponse response = reply(429, "Throttling.User");
    response.headers = headers;
    QCOMPARE(serviceFailure(response, facts())->retryAfter.value_or(-1ms).count(), expected);
}

void TestServiceError::serverDate()
{
    HttpResponse response = reply(400, "InvalidTimeStamp.Expired");
    QVERIFY(!serviceFailure(response, facts())->serverDate.isValid());
    response.headers = { { "date", "Mon, 23 Nov 2026 08:49:37 GMT" } };
    QCOMPARE(serviceFailure(response, facts())->serverDate.toString(Qt::ISODate), u"2026-11-23T08:49:37Z"_s);
    response.headers = { { "Date", "yesterday" } };
    QVERIFY(!serviceFailure(response, facts())->serverDate.isValid());
}

void TestServiceError::echoesOfSecrets_data()
{
    QTest::addColumn<QByteArray>("code");
    for (const char* code : { "SignatureDoesNotMatch", "IncompleteSignature", "InvalidParameter", "BrandNewCode",
             "OperationDenied", "Forbidden.RAM", "InvalidAccessKeyId.NotFound", "Throttling", "InternalError" })
        QTest::newRow(code) << QByteArray(code);
}

void TestServiceError::echoesOfSecrets()
{
    // A server that sends back all that it knows, in every field.
    QFETCH(const QByteArray, code);
    const QByteArray echo =
        "you sent CANARYsecret/+=9 and CANARYtoken%2F%2B%3D9 and CANARYsignature for LTAI5tCanaryCanary1234, "
        "x-acs-security-token:CANARYtoken/+=9 Signature=CANARYsignature SecurityToken%3DCANARYtoken%252F%252B%253D9";
    const QString words = QString::fromLatin1(echo);
    HttpResponse response { .status = 400,
        .headers = { { "x-acs-request-id", echo } },
        .body = QJsonDocument(
            QJsonObject { { u"RequestId"_s, words }, { u"Code"_s, QString::fromLatin1(code) + u' ' + words },
                { u"Message"_s, words }, { u"AccessDeniedDetail"_s, QJsonObject { { u"AuthAction"_s, words } } } })
                    .toJson() };
    for (const bool known : { true, false }) {
        const auto got = serviceFailure(response, facts());
        QVERIFY(got);
        QVERIFY2(!got->error.details().contains("CANARY"_L1), qPrintable(got->error.details()));
        QVERIFY(!got->error.details().contains("LTAI5tCanaryCanary1234"_L1));
        if (known)
            response.body.replace("\"RequestId\"", "\"Unused\"");
    }
}

void TestServiceError::boundsWhatTheServerSays()
{
    const auto got = serviceFailure(reply(400, QByteArray(100'000, 'C'), QByteArray(1'000'000, 'm')), facts());
    QVERIFY(got->error.details().size() < 2000);
}

QTEST_GUILESS_MAIN(TestServiceError)
#include "tst_service_error.moc"
