// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/signature_check.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace proofreel::sandbox;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 now = 1'700'000'000'000; // 2023-11-14T22:13:20Z
const QByteArray emptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

Pairs pairsOf(const QJsonObject& object)
{
    Pairs pairs;
    for (auto it = object.begin(); it != object.end(); ++it)
        pairs.append({ it.key().toUtf8(), it.value().toString().toUtf8() });
    return pairs;
}

void set(WireRequest& request, const QByteArray& name, const QByteArray& value)
{
    request.headers.removeIf([&name](const auto& header) { return header.first == name; });
    if (!value.isNull())
        request.headers.append({ name, value });
}

QList<QByteArray> signedNames(const WireRequest& request)
{
    QList<QByteArray> names;
    for (const auto& header : request.headers) {
        if (header.first == "host" || header.first.startsWith("x-acs-"))
            names.append(header.first);
    }
    std::sort(names.begin(), names.end());
    return names;
}

void sign(WireRequest& request, const AccessKey& key)
{
    const auto names = signedNames(request);
    const QByteArray signature = signatureV3(canonicalRequestV3(request, names, emptyHash), key.secret);
    set(request, "authorization",
        "ACS3-HMAC-SHA256 Credential=" + key.id + ",SignedHeaders=" + names.join(';') + ",Signature=" + signature);
}

WireRequest plainRequest()
{
    WireRequest request { "POST", "/", "MediaId=abc", {}, {} };
    set(request, "host", "127.0.0.1:1");
    set(request, "x-acs-action", "GetPlayInfo");
    set(request, "x-acs-version", "2020-11-09");
    set(request, "x-acs-date", "2023-11-14T22:13:20Z");
    set(request, "x-acs-signature-nonce", "n1");
    set(request, "x-acs-content-sha256", emptyHash);
    return request;
}

} // namespace

class TestSandboxSignature : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void publishedVectors_data();
    void publishedVectors();
    void officialSdkAsObserved();
    void acceptsAGoodRequest();
    void refusesV3_data();
    void refusesV3();
    void refusesRpc_data();
    void refusesRpc();
    void rpcFromFormBody();
    void unsignedChangeIsNoticed();
    void nonceMemoryIsBounded();
    void nonceIsForgottenWhenItsDateIs();

private:
    AccessKey m_permanent = AccessKey::make(false), m_temporary = AccessKey::make(true, now + 1000),
              m_expired = AccessKey::make(true, now - 1);
};

void TestSandboxSignature::publishedVectors_data()
{
    QTest::addColumn<QJsonObject>("vector");
    QFile file(QFINDTESTDATA("signature_vectors.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray vectors = QJsonDocument::fromJson(file.readAll())["vectors"_L1].toArray();
    QCOMPARE(vectors.size(), 12);
    for (const QJsonValue& vector : vectors)
        QTest::newRow(qPrintable(vector["id"_L1].toString())) << vector.toObject();
}

void TestSandboxSignature::publishedVectors()
{
    QFETCH(QJsonObject, vector);
    const QString kind = vector["kind"_L1].toString();
    const QByteArray expected = vector["signature"_L1].toString().toUtf8();
    const QByteArray secret = vector["access_key_secret"_L1].toString().toUtf8();
    const QByteArray message = vector["message"_L1].toString().toUtf8(), key = vector["key"_L1].toString().toUtf8();
    if (kind == "ACS3-HMAC-SHA256"_L1) {
        WireRequest request;
        request.method = vector["method"_L1].toString().toUtf8();
        request.path = vector["path"_L1].toString().toUtf8();
        request.query = canonicalQuery(pairsOf(vector["query"_L1].toObject()));
        const QJsonArray headers = vector["headers"_L1].toArray();
        for (const QJsonValue& header : headers)
            request.headers.append({ header[0].toString().toUtf8(), header[1].toString().toUtf8() });
        const QByteArray canonical =
            canonicalRequestV3(request, vector["signed_headers"_L1].toString().toUtf8().split(';'),
                vector["hashed_payload"_L1].toString().toUtf8());
        QCOMPARE(canonical, vector["canonical_request"_L1].toString().toUtf8());
        QCOMPARE(signatureV3(canonical, secret), expected);
        QVERIFY(signatureV3(canonical, "another secret") != expected);
    } else if (kind == "RPC HMAC-SHA1 1.0"_L1) {
        const QByteArray toSign =
            stringToSignRpc(vector["method"_L1].toString().toUtf8(), pairsOf(vector["params"_L1].toObject()));
        QCOMPARE(toSign, vector["string_to_sign"_L1].toString().toUtf8());
        QCOMPARE(signatureRpc(toSign, secret), expected);
    } else if (kind == "HMAC-SHA1 base64"_L1) {
        QCOMPARE(hmacSha1(key, message).toBase64(), expected);
    } else if (kind == "SHA-256 hex"_L1) {
        QCOMPARE(sha256Hex(message), expected);
    } else {
        QCOMPARE(kind, u"MD5 hex"_s);
        QCOMPARE(md5Hex(message), expected);
    }
}

void TestSandboxSignature::officialSdkAsObserved()
{
    // Sent by @alicloud/openapi-core 1.0.8 to a local server, byte for byte.
    KeyRing keys;
    AccessKey key = m_permanent;
    key.id = "testid";
    key.secret = "testsecret";
    keys.add(key);
    NonceMemory nonces;
    WireRequest request { "POST", "/",
        "MediaId=86434e152b7d4f20be480574439fe&AuthTimeout=7200&InputURL=http%3A%2F%2Fex.oss-cn-shanghai.aliyuncs.com"
        "%2Fa%20b*~%E6%B5%8B%E8%AF%95.mp4",
        {
            { "host", "127.0.0.1:39153" },
            { "x-acs-version", "2020-11-09" },
            { "x-acs-action", "GetPlayInfo" },
            { "user-agent", "AlibabaCloud (linux; x64) Node.js/v20.20.2 Core/1.0.1 TeaDSL/2" },
            { "x-acs-date", "2026-11-22T13:51:54Z" },
            { "x-acs-signature-nonce", "0bc0c26230e0baeaff32a592ae3b08da7d1e48fbc00b730f07cc934a7461a1fa" },
            { "accept", "application/json" },
            { "x-acs-content-sha256", emptyHash },
            { "x-acs-credentials-provider", "static_ak" },
            { "Authorization",
                "ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=host;x-acs-action;x-acs-content-sha256;"
                "x-acs-credentials-provider;x-acs-date;x-acs-signature-nonce;x-acs-version,"
                "Signature=31264955ba8469d5c932c4ae0f1ff740565524d4be4bea31352b393c2d815bea" },
            { "Connection", "keep-alive" },
            { "Content-Length", "0" },
        },
        {} };
    const qint64 then = QDateTime::fromString(u"2026-11-22T13:51:54Z"_s, Qt::ISODate).toMSecsSinceEpoch();
    Call call;
    const auto error = SignatureCheck(keys, nonces).check(request, then, call);
    QVERIFY2(!error, qPrintable(error ? error->message : QString()));
    QCOMPARE(valueOf(call.parameters, "InputURL"), QByteArray("http://ex.oss-cn-shanghai.aliyuncs.com/a b*~测试.mp4"));
}

void TestSandboxSignature::acceptsAGoodRequest()
{
    KeyRing keys;
    keys.add(m_permanent);
    keys.add(m_temporary);
    NonceMemory nonces;
    const SignatureCheck check(keys, nonces);
    WireRequest request = plainRequest();
    sign(request, m_permanent);
    Call call;
    QVERIFY(!check.check(request, now, call));
    QCOMPARE(call.action, "GetPlayInfo");
    QCOMPARE(valueOf(call.parameters, "MediaId"), "abc");

    request = plainRequest();
    set(request, "x-acs-signature-nonce", "n2");
    set(request, "x-acs-security-token", m_temporary.token);
    set(request, "x-acs-accesskey-id", m_temporary.id);
    set(request, "x-acs-credentials-provider", "static_sts");
    set(request, "x-acs-retry-attempts", "1");
    set(request, "accept", "application/json");
    // As on the wire of the official SDK: not sorted, "*" raw, a space as %20.
    request.query = "b=%E6%B5%8B*~&a=x%20y*";
    sign(request, m_temporary);
    QVERIFY(!check.check(request, now, call));
    QCOMPARE(valueOf(call.parameters, "a"), "x y*");
}

void TestSandboxSignature::refusesV3_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value"); // null: absent
    QTest::addColumn<QString>("who");
    QTest::addColumn<QString>("code");
    const auto add = [](const char* name, const char* header, const QByteArray& value, const QString& who,
                         const QString& code) { QTest::newRow(name) << QByteArray(header) << value << who << code; };
    add("no action", "x-acs-action", {}, u"permanent"_s, u"MissingAction"_s);
    add("no version", "x-acs-version", {}, u"permanent"_s, u"MissingVersion"_s);
    add("no date", "x-acs-date", {}, u"permanent"_s, u"MissingTimestamp"_s);
    add("no nonce", "x-acs-signature-nonce", {}, u"permanent"_s, u"MissingSignatureNonce"_s);
    add("no hash", "x-acs-content-sha256", {}, u"permanent"_s, u"MissingContentSha256"_s);
    add("15 minutes late", "x-acs-date", "2023-11-14T21:58:20Z", u"permanent"_s, {});
    add("15:01 late", "x-acs-date", "2023-11-14T21:58:19Z", u"permanent"_s, u"InvalidTimeStamp.Expired"_s);
    add("15 minutes early", "x-acs-date", "2023-11-14T22:28:20Z", u"permanent"_s, {});
    add("15:01 early", "x-acs-date", "2023-11-14T22:28:21Z", u"permanent"_s, u"InvalidTimeStamp.Expired"_s);
    add("date with offset", "x-acs-date", "2023-11-15T06:13:20+08:00", u"permanent"_s, u"InvalidTimeStamp.Format"_s);
    add("no such day", "x-acs-date", "2023-02-30T22:13:20Z", u"permanent"_s, u"InvalidTimeStamp.Format"_s);
    add("date in words", "x-acs-date", "today", u"permanent"_s, u"InvalidTimeStamp.Format"_s);
    add("wrong body hash", "x-acs-content-sha256", QByteArray(64, '0'), u"permanent"_s, u"SignatureDoesNotMatch"_s);
    add("unknown key", "x", {}, u"unknown"_s, u"InvalidAccessKeyId.NotFound"_s);
    add("inactive key", "x", {}, u"inactive"_s, u"InvalidAccessKeyId.Inactive"_s);
    add("wrong secret", "x", {}, u"wrong secret"_s, u"SignatureDoesNotMatch"_s);
    add("token missing", "x", {}, u"temporary"_s, u"MissingSecurityToken"_s);
    add("token wrong", "x-acs-security-token", "CAISnonsense", u"temporary"_s, u"InvalidSecurityToken.Malformed"_s);
    add("token with permanent key", "x-acs-security-token", "CAISnonsense", u"permanent"_s,
        u"InvalidSecurityToken.MismatchWithAccessKey"_s);
    add("token expired", "x-acs-security-token", m_expired.token, u"expired"_s, u"InvalidSecurityToken.Expired"_s);
}

void TestSandboxSignature::refusesV3()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    QFETCH(QString, who);
    QFETCH(QString, code);
    KeyRing keys;
    AccessKey inactive = AccessKey::make(false);
    inactive.active = false;
    for (const AccessKey& key : { m_permanent, m_temporary, m_expired, inactive })
        keys.add(key);
    AccessKey key = who == "temporary"_L1 ? m_temporary
        : who == "expired"_L1             ? m_expired
        : who == "inactive"_L1            ? inactive
        : who == "unknown"_L1             ? AccessKey::make(false)
                                          : m_permanent;
    if (who == "wrong secret"_L1)
        key.secret[0] = key.secret[0] == 'x' ? 'y' : 'x';
    NonceMemory nonces;
    WireRequest request = plainRequest();
    set(request, header, value);
    sign(request, key);
    Call call;
    const auto error = SignatureCheck(keys, nonces).check(request, now, call);
    QCOMPARE(error ? error->code : QString(), code);
    if (code == "SignatureDoesNotMatch"_L1)
        QVERIFY(error->message.contains("server string to sign is:ACS3-HMAC-SHA256\n"_L1));
    if (!code.isEmpty())
        QCOMPARE(nonces.size(), 0); // a refused request uses up no nonce
}

void TestSandboxSignature::unsignedChangeIsNoticed()
{
    KeyRing keys;
    keys.add(m_permanent);
    NonceMemory nonces;
    const SignatureCheck check(keys, nonces);
    Call call;
    const auto code = [&](const WireRequest& request) {
        const auto error = check.check(request, now, call);
        return error ? error->code : QString();
    };
    WireRequest request = plainRequest();
    sign(request, m_permanent);
    WireRequest changed = request;
    changed.query = "MediaId=abd";
    QCOMPARE(code(changed), u"SignatureDoesNotMatch"_s);
    changed = request;
    changed.method = "GET";
    QCOMPARE(code(changed), u"SignatureDoesNotMatch"_s);
    changed = request;
    set(changed, "host", "127.0.0.1:2");
    QCOMPARE(code(changed), u"SignatureDoesNotMatch"_s);
    changed = request;
    changed.body = "MediaId=abd";
    QCOMPARE(code(changed), u"SignatureDoesNotMatch"_s);
    changed = request;
    set(changed, "x-acs-owner-id", "1"); // not among SignedHeaders
    QCOMPARE(code(changed), u"IncompleteSignature"_s);
    changed = request;
    set(changed, "authorization", "ACS3-HMAC-SHA256 Credential=" + m_permanent.id);
    QCOMPARE(code(changed), u"IncompleteSignature"_s);
    changed = request;
    set(changed, "authorization", "Bearer abc");
    QCOMPARE(code(changed), u"IncompleteSignature"_s);
    changed = request;
    set(changed, "authorization", {});
    QCOMPARE(code(changed), u"MissingAuthorization"_s);
    QCOMPARE(code(request), QString());
    QCOMPARE(code(request), u"SignatureNonceUsed"_s);
}

void TestSandboxSignature::refusesRpc_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("code");
    QTest::newRow("good") << QByteArray("x") << QByteArray() << QString();
    for (const char* name :
        { "AccessKeyId", "Action", "Version", "SignatureMethod", "SignatureNonce", "SignatureVersion", "Timestamp" })
        QTest::addRow("no %s", name) << QByteArray(name) << QByteArray() << u"Missing"_s + QLatin1StringView(name);
    QTest::newRow("method") << QByteArray("SignatureMethod") << QByteArray("HMAC-SHA256") << u"InvalidParameter"_s;
    QTest::newRow("time") << QByteArray("Timestamp") << QByteArray("2023-11-14T20:13:20Z")
                          << u"InvalidTimeStamp.Expired"_s;
    QTest::newRow("key") << QByteArray("AccessKeyId") << QByteArray("LTAInobody") << u"InvalidAccessKeyId.NotFound"_s;
}

void TestSandboxSignature::refusesRpc()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(QString, code);
    KeyRing keys;
    keys.add(m_permanent);
    NonceMemory nonces;
    Pairs parameters { { "AccessKeyId", m_permanent.id }, { "Action", "GetPlayInfo" }, { "Version", "2020-11-09" },
        { "SignatureMethod", "HMAC-SHA1" }, { "SignatureNonce", "n" }, { "SignatureVersion", "1.0" },
        { "Timestamp", "2023-11-14T22:13:20Z" }, { "Format", "JSON" }, { "MediaId", "a *~" } };
    parameters.removeIf([&](const auto& pair) { return pair.first == name; });
    if (!value.isNull())
        parameters.append({ name, value });
    parameters.append({ "Signature", signatureRpc(stringToSignRpc("GET", parameters), m_permanent.secret) });
    WireRequest request { "GET", "/", canonicalQuery(parameters), { { "host", "h" } }, {} };
    Call call;
    const SignatureCheck check(keys, nonces);
    auto error = check.check(request, now, call);
    QCOMPARE(error ? error->code : QString(), code);
    if (!error) {
        QCOMPARE(valueOf(call.parameters, "MediaId"), "a *~");
        error = check.check(request, now, call);
        QCOMPARE(error ? error->code : QString(), u"SignatureNonceUsed"_s);
        request.query.replace("MediaId=a", "MediaId=b");
        error = check.check(request, now, call);
        QCOMPARE(error ? error->code : QString(), u"SignatureDoesNotMatch"_s);
        QVERIFY(error->message.contains("server string to sign is:GET&%2F&AccessKeyId"_L1));
    }
}

void TestSandboxSignature::rpcFromFormBody()
{
    KeyRing keys;
    keys.add(m_temporary);
    NonceMemory nonces;
    Pairs parameters { { "AccessKeyId", m_temporary.id }, { "Action", "GetPlayInfo" }, { "Version", "2020-11-09" },
        { "SignatureMethod", "HMAC-SHA1" }, { "SignatureNonce", "n" }, { "SignatureVersion", "1.0" },
        { "Timestamp", "2023-11-14T22:13:20Z" }, { "SecurityToken", m_temporary.token }, { "MediaId", "a b" } };
    parameters.append({ "Signature", signatureRpc(stringToSignRpc("POST", parameters), m_temporary.secret) });
    WireRequest request { "POST", "/", {}, {}, canonicalQuery(parameters).replace("%20", "+") };
    set(request, "content-type", "application/x-www-form-urlencoded");
    set(request, "x-acs-action", "GetPlayInfo");
    Call call;
    QVERIFY(!SignatureCheck(keys, nonces).check(request, now, call));
    QCOMPARE(valueOf(call.parameters, "MediaId"), "a b");
}

void TestSandboxSignature::nonceMemoryIsBounded()
{
    NonceMemory nonces;
    for (int i = 0; i < int(NonceMemory::limit) + 50; ++i)
        QVERIFY(nonces.use("key", QByteArray::number(i), now));
    QCOMPARE(nonces.size(), NonceMemory::limit);
    QVERIFY(!nonces.use("key", QByteArray::number(NonceMemory::limit + 49), now));
    QVERIFY(nonces.use("another key", QByteArray::number(NonceMemory::limit + 49), now));
}

void TestSandboxSignature::nonceIsForgottenWhenItsDateIs()
{
    NonceMemory nonces;
    QVERIFY(nonces.use("key", "n", now));
    QVERIFY(!nonces.use("key", "n", now + NonceMemory::keepMs));
    QVERIFY(nonces.use("key", "n", now + NonceMemory::keepMs + 1));
}

QTEST_GUILESS_MAIN(TestSandboxSignature)
#include "tst_sandbox_signature.moc"
