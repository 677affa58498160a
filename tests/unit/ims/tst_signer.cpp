// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/signer.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace proofreel;

//! Published vectors (signature_vectors.json names the source of each), quirks of other languages' SDKs included.
class TestSigner final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void v3_data();
    void v3();
    void rpc_data();
    void rpc();
    void primitives();
    void officialDocumentThroughTheWholeSigner();
    void officialSdkRequest();
    void rpcDocumentThroughTheWholeSigner();
    void rpcSignsAFormBody();
    void tokenIsSigned();
    void givenHeaderReplacesOurs();
    void pathIsMadeFit();
    void bodyIsHashed();
    void lineBreaksAreRefused_data();
    void lineBreaksAreRefused();
    void emptySecret();

private:
    static QJsonArray vectors()
    {
        QFile file(QStringLiteral(TEST_DATA "/signature_vectors.json"));
        return file.open(QIODevice::ReadOnly)
            ? QJsonDocument::fromJson(file.readAll()).object().value("vectors"_L1).toArray()
            : QJsonArray();
    }
    static void rows(const QString& kind)
    {
        QTest::addColumn<QJsonObject>("vector");
        for (const QJsonValue& entry : vectors()) {
            if (entry["kind"_L1].toString() == kind)
                QTest::newRow(qPrintable(entry["id"_L1].toString())) << entry.toObject();
        }
    }
    static QueryItems items(const QJsonValue& object)
    {
        QueryItems out;
        const QJsonObject from = object.toObject();
        for (auto it = from.begin(); it != from.end(); ++it)
            out.emplaceBack(it.key(), it.value().toString());
        return out;
    }
    static QByteArray header(const SignedRequest& request, const QByteArray& name)
    {
        for (const auto& [key, value] : request.headers) {
            if (key.compare(name, Qt::CaseInsensitive) == 0)
                return value;
        }
        return {};
    }
    static const inline Credentials docCredentials { u"YourAccessKeyId"_s, u"YourAccessKeySecret"_s, {} };
    static const inline QDateTime docTime = QDateTime::fromString(u"2023-10-26T10:22:32Z"_s, Qt::ISODate);
    static ApiRequest docRequest()
    {
        return { .action = u"RunInstances"_s,
            .version = u"2014-05-26"_s,
            .host = "ecs.cn-shanghai.aliyuncs.com",
            .query = { { u"RegionId"_s, u"cn-shanghai"_s },
                { u"ImageId"_s, u"win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd"_s } } };
    }
};

void TestSigner::v3_data()
{
    rows(u"ACS3-HMAC-SHA256"_s);
}

void TestSigner::v3()
{
    QFETCH(const QJsonObject, vector);
    const auto text = [&](QLatin1StringView name) { return vector.value(name).toString().toUtf8(); };
    HttpHeaders headers;
    for (const QJsonValue& pair : vector.value("headers"_L1).toArray())
        headers.emplaceBack(pair[0].toString().toUtf8(), pair[1].toString().toUtf8());
    Credentials credentials { QString::fromUtf8(text("access_key_id"_L1)),
        QString::fromUtf8(text("access_key_secret"_L1)), {} };
    const auto got = signCanonicalV3(text("method"_L1), text("path"_L1), items(vector.value("query"_L1)), headers,
        text("hashed_payload"_L1), credentials);
    QVERIFY(got);
    QCOMPARE(got->canonicalRequest, text("canonical_request"_L1));
    QCOMPARE(got->stringToSign, text("string_to_sign"_L1));
    QCOMPARE(got->signature, text("signature"_L1));
    QCOMPARE(got->authorization, text("authorization"_L1));
    // and not by accident:
    credentials.accessKeySecret += u'x';
    QVERIFY(signCanonicalV3(text("method"_L1), text("path"_L1), items(vector.value("query"_L1)), headers,
                text("hashed_payload"_L1), credentials)
                ->signature
        != text("signature"_L1));
}

void TestSigner::rpc_data()
{
    rows(u"RPC HMAC-SHA1 1.0"_s);
}

void TestSigner::rpc()
{
    QFETCH(const QJsonObject, vector);
    const auto text = [&](QLatin1StringView name) { return vector.value(name).toString(); };
    const auto got =
        signCanonicalRpc(text("method"_L1).toUtf8(), items(vector.value("params"_L1)), text("access_key_secret"_L1));
    QVERIFY(got);
    QCOMPARE(got->canonicalRequest, text("canonical_query"_L1).toUtf8());
    QCOMPARE(got->stringToSign, text("string_to_sign"_L1).toUtf8());
    QCOMPARE(got->signature, text("signature"_L1).toUtf8());
}

void TestSigner::primitives()
{
    int seen = 0;
    for (const QJsonValue& vector : vectors()) {
        const QByteArray message = vector["message"_L1].toString().toUtf8();
        const QByteArray expected = vector["signature"_L1].toString().toUtf8();
        if (vector["kind"_L1].toString() == "HMAC-SHA1 base64"_L1) {
            QCOMPARE(hmac("SHA1", vector["key"_L1].toString().toUtf8(), message).toBase64(), expected);
            ++seen;
        } else if (vector["kind"_L1].toString() == "SHA-256 hex"_L1) {
            QCOMPARE(sha256Hex(message), expected);
            ++seen;
        }
    }
    QCOMPARE(seen, 2);
    QCOMPARE(vectors().size(), 12);
    QCOMPARE(sha256Hex({}), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QCOMPARE(hmac("no such digest", "k", "m"), QByteArray());
}

void TestSigner::officialDocumentThroughTheWholeSigner()
{
    const auto got = signV3(docRequest(), docCredentials, docTime, u"3156853299f313e23d1673dc12e1703d"_s);
    QVERIFY(got);
    QCOMPARE(got->signature, "06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0");
    QCOMPARE(header(*got, "authorization"), got->authorization);
    QCOMPARE(header(*got, "x-acs-date"), "2023-10-26T10:22:32Z");
    QCOMPARE(got->query, "ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai");
    // The same moment in another zone, and with a fraction, is the same request.
    const QDateTime elsewhere = QDateTime::fromString(u"2023-10-26T18:22:32.900+08:00"_s, Qt::ISODateWithMs);
    QCOMPARE(signV3(docRequest(), docCredentials, elsewhere, u"3156853299f313e23d1673dc12e1703d"_s)->signature,
        got->signature);
}

void TestSigner::officialSdkRequest()
{
    // GetPlayInfo as @alicloud/openapi-core 1.0.8 sent it to a local server.
    const ApiRequest request { .action = u"GetPlayInfo"_s,
        .host = "127.0.0.1:39153",
        .query = { { u"MediaId"_s, u"86434e152b7d4f20be480574439fe"_s }, { u"AuthTimeout"_s, u"7200"_s },
            { u"InputURL"_s, u"http://ex.oss-cn-shanghai.aliyuncs.com/a b*~测试.mp4"_s } },
        .headers = { { "x-acs-credentials-provider", "static_ak" } } };
    const auto got = signV3(request, { u"testid"_s, u"testsecret"_s, {} },
        QDateTime::fromString(u"2026-11-22T13:51:54Z"_s, Qt::ISODate),
        u"0bc0c26230e0baeaff32a592ae3b08da7d1e48fbc00b730f07cc934a7461a1fa"_s);
    QVERIFY(got);
    QCOMPARE(got->signature, "31264955ba8469d5c932c4ae0f1ff740565524d4be4bea31352b393c2d815bea");
}

void TestSigner::rpcDocumentThroughTheWholeSigner()
{
    const ApiRequest request { .action = u"DescribeDedicatedHosts"_s,
        .version = u"2014-05-26"_s,
        .host = "ecs.aliyuncs.com",
        .query = { { u"RegionId"_s, u"cn-beijing"_s } },
        .method = "GET" };
    const auto got = signRpc(request, { u"testid"_s, u"testsecret"_s, {} },
        QDateTime::fromString(u"2023-03-13T08:34:30Z"_s, Qt::ISODate), u"edb2b34af0af9a6d14deaf7c1a5315eb"_s);
    QVERIFY(got);
    QCOMPARE(got->signature, "9NaGiOspFP5UPcwX8Iwt2YJXXuk=");
    QVERIFY(got->query.contains("Signature=9NaGiOspFP5UPcwX8Iwt2YJXXuk%3D"));
    QVERIFY(got->authorization.isEmpty());
}

void TestSigner::rpcSignsAFormBody()
{
    ApiRequest inQuery { .action = u"A"_s, .query = { { u"k"_s, u"a b*"_s } }, .method = "POST" };
    ApiRequest inBody { .action = u"A"_s, .method = "POST", .body = "k=a+b%2A" };
    const QDateTime time = docTime;
    const auto a = signRpc(inQuery, docCredentials, time, u"n"_s), b = signRpc(inBody, docCredentials, time, u"n"_s);
    QCOMPARE(a->signature, b->signature);
    Credentials temporary = docCredentials;
    temporary.securityToken = u"tok+en/="_s;
    QVERIFY(signRpc(inQuery, temporary, time, u"n"_s)->canonicalRequest.contains("&SecurityToken=tok%2Ben%2F%3D&"));
}

void TestSigner::tokenIsSigned()
{
    Credentials temporary = docCredentials;
    temporary.securityToken = u"CAIS+token/=="_s;
    const auto got = signV3(docRequest(), temporary, docTime, u"n"_s);
    QVERIFY(got);
    QVERIFY(got->canonicalRequest.contains("\nx-acs-security-token:CAIS+token/==\n"));
    QVERIFY(got->authorization.contains(";x-acs-security-token;"));
    QCOMPARE(header(*got, "x-acs-security-token"), "CAIS+token/==");
}

void TestSigner::givenHeaderReplacesOurs()
{
    ApiRequest request = docRequest();
    request.headers = { { "X-Acs-Date", " 2020-01-01T00:00:00Z " }, { "Content-Type", "text/plain" } };
    const auto got = signV3(request, docCredentials, docTime, u"n"_s);
    QVERIFY(got);
    QVERIFY(got->canonicalRequest.contains("\nx-acs-date:2020-01-01T00:00:00Z\n"));
    QVERIFY(!got->canonicalRequest.contains("2023-10-26"));
    QVERIFY(got->authorization.contains("SignedHeaders=content-type;host;x-acs-action;"));
}

void TestSigner::pathIsMadeFit()
{
    const auto second = [](const QByteArray& path) {
        ApiRequest request = docRequest();
        request.path = path;
        return signV3(request, docCredentials, docTime, u"n"_s)->canonicalRequest.split('\n').at(1);
    };
    QCOMPARE(second("/"), "/");
    QCOMPARE(second(""), "/");
    QCOMPARE(second("a b/\xe6\xb5\x8b"), "/a%20b/%E6%B5%8B");
    QCOMPARE(second("/a%20b"), "/a%20b"); // as on the wire: not encoded again
}

void TestSigner::bodyIsHashed()
{
    ApiRequest request = docRequest();
    request.body = "test";
    const auto got = signV3(request, docCredentials, docTime, u"n"_s);
    QCOMPARE(header(*got, "x-acs-content-sha256"), "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    QVERIFY(got->canonicalRequest.endsWith("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"));
}

void TestSigner::lineBreaksAreRefused_data()
{
    QTest::addColumn<ApiRequest>("request");
    QTest::addColumn<Credentials>("credentials");
    ApiRequest request = docRequest();
    request.headers = { { "x-acs-a", "b\r\nEvil: 1" } };
    QTest::newRow("value") << request << docCredentials;
    request.headers = { { "x-acs-a\nb", "c" } };
    QTest::newRow("name") << request << docCredentials;
    request.headers = { { " ", "c" } };
    QTest::newRow("no name") << request << docCredentials;
    request = docRequest();
    request.action = u"A\nB"_s;
    QTest::newRow("action") << request << docCredentials;
    QTest::newRow("key id") << docRequest() << Credentials { u"a\r\nb"_s, u"s"_s, {} };
    QTest::newRow("token") << docRequest() << Credentials { u"a"_s, u"s"_s, u"t\nu"_s };
}

void TestSigner::lineBreaksAreRefused()
{
    QFETCH(const ApiRequest, request);
    QFETCH(const Credentials, credentials);
    const auto got = signV3(request, credentials, docTime, u"n"_s);
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::InvalidRequest);
}

void TestSigner::emptySecret()
{
    const auto got = signV3(docRequest(), {}, docTime, u"n"_s);
    QVERIFY(got);
    QCOMPARE(got->signature.size(), 64);
}

QTEST_GUILESS_MAIN(TestSigner)
#include "tst_signer.moc"
