// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/ims/scripted_service.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace proofreel;
using namespace proofreel::test;

//! One healthy call: what goes over the wire, and what comes back around the answer.
class TestClient final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onTheWire();
    void aroundTheAnswer();
    void listOnTheWire();
    void permanentKeySendsNoToken();
    void withoutARequest_data();
    void withoutARequest();
    void nonceIsNeverTheSame();
};

void TestClient::onTheWire()
{
    ScriptedService service;
    service.clock.now = QDateTime::fromString(u"2026-11-22T13:51:54.900Z"_s, Qt::ISODateWithMs);
    Client client(service.http, service.clock, [] { return u"fixed-nonce"_s; });
    client.setAccount(service.client.account());
    service.sayGood();
    Outcome<PlayInfoReply> got;
    client.getPlayInfo({ .inputUrl = u"oss://b/a b*~测试.mp4"_s, .authTimeout = 7200 }, &got, got.sink());
    QVERIFY(got.wait());
    QVERIFY2(got.kind() == "ok"_L1, qPrintable(got.error().details()));
    const QByteArray request = service.server.requests.first();
    QVERIFY2(request.startsWith(
                 "POST /?AuthTimeout=7200&InputURL=oss%3A%2F%2Fb%2Fa%20b%2A~%E6%B5%8B%E8%AF%95.mp4 HTTP/1.1\r\n"),
        request.constData());
    QCOMPARE(service.header(0, "host"), service.server.authority().toLatin1());
    QCOMPARE(service.header(0, "x-acs-action"), "GetPlayInfo");
    QCOMPARE(service.header(0, "x-acs-version"), "2020-11-09");
    QCOMPARE(service.header(0, "x-acs-date"), "2026-11-22T13:51:54Z");
    QCOMPARE(service.header(0, "x-acs-signature-nonce"), "fixed-nonce");
    QCOMPARE(service.header(0, "x-acs-security-token"), "CANARYtoken/+=9");
    QCOMPARE(
        service.header(0, "x-acs-content-sha256"), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QVERIFY(service.header(0, "authorization")
                .startsWith("ACS3-HMAC-SHA256 Credential=LTAI5tCanaryCanary1234,SignedHeaders=host;"));
    QCOMPARE(service.header(0, "accept"), "application/json");
    QVERIFY(service.header(0, "user-agent").startsWith("Proofreel"));
    QVERIFY(!request.contains("CANARYsecret"));
}

void TestClient::aroundTheAnswer()
{
    ScriptedService service;
    service.sayGood();
    Outcome<PlayInfoReply> got;
    service.play(got);
    QVERIFY(!got.value); // never before the call has returned
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), u"ok"_s);
    const PlayInfoReply& reply = **got.value;
    QCOMPARE(reply.mediaBase.mediaId, u"m"_s);
    QCOMPARE(reply.info.requestId, u"R-9"_s);
    QCOMPARE(reply.info.httpStatus, 200);
    QCOMPARE(reply.info.tries, 1);
    QCOMPARE(reply.info.host, service.server.authority());
    QCOMPARE(reply.info.requestedAt, service.clock.now);
    QCOMPARE(reply.info.clockOffsetMs, 0);
    QVERIFY(reply.info.elapsedMs >= 0 && reply.info.elapsedMs < 60'000);
    QCOMPARE(reply.info.body, "{\"RequestId\":\"R-9\",\"MediaBase\":{\"MediaId\":\"m\"},\"PlayInfoList\":[]}");
    QCOMPARE(got.thread, thread());
    QCOMPARE(got.count, 1);
}

void TestClient::listOnTheWire()
{
    ScriptedService service;
    service.say(okReply(R"({"RequestId":"R","MediaInfos":[{"MediaId":"a"}],"NextToken":"x+/="})"));
    Outcome<MediaPage> got;
    service.client.listMediaBasicInfos({ .nextToken = u"p+/="_s, .maxResults = 5 }, &got, got.sink());
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), u"ok"_s);
    QCOMPARE((*got.value)->nextToken, u"x+/="_s);
    QCOMPARE((*got.value)->medias.size(), 1);
    QVERIFY(service.server.requests.first().startsWith(
        "POST /?IncludeFileBasicInfo=true&MaxResults=5&NextToken=p%2B%2F%3D HTTP/1.1\r\n"));
}

void TestClient::permanentKeySendsNoToken()
{
    ScriptedService service;
    service.sayGood();
    ImsAccount account = service.client.account();
    account.credentials.securityToken.clear();
    service.client.setAccount(account);
    Outcome<PlayInfoReply> got;
    service.play(got);
    QVERIFY(got.wait());
    QVERIFY(!service.server.requests.first().toLower().contains("security-token"));
}

void TestClient::withoutARequest_data()
{
    QTest::addColumn<PlayInfoQuery>("query");
    QTest::addColumn<Credentials>("credentials");
    QTest::addColumn<QUrl>("endpoint");
    QTest::addColumn<QString>("kind");
    const PlayInfoQuery good { u"m"_s, {}, {} };
    const Credentials keys { u"id"_s, u"secret"_s, {} };
    const QUrl endpoint(u"http://127.0.0.1:9"_s);
    QTest::newRow("neither") << PlayInfoQuery {} << keys << endpoint << u"InvalidRequest"_s;
    QTest::newRow("both") << PlayInfoQuery { u"m"_s, u"oss://b/k"_s, {} } << keys << endpoint << u"InvalidRequest"_s;
    QTest::newRow("short") << PlayInfoQuery { u"m"_s, {}, 60 } << keys << endpoint << u"InvalidRequest"_s;
    QTest::newRow("no key") << good << Credentials {} << endpoint << u"Credentials"_s;
    QTest::newRow("no secret") << good << Credentials { u"id"_s, {}, {} } << endpoint << u"Credentials"_s;
    QTest::newRow("no endpoint") << good << keys << QUrl() << u"InvalidRequest"_s;
    QTest::newRow("http to the world") << good << keys << QUrl(u"http://ice.cn-shanghai.aliyuncs.com"_s)
                                       << u"InvalidRequest"_s;
    QTest::newRow("file") << good << keys << QUrl(u"file:///etc/passwd"_s) << u"InvalidRequest"_s;
    QTest::newRow("line break") << good << Credentials { u"id\r\nEvil: 1"_s, u"secret"_s, {} } << endpoint
                                << u"InvalidRequest"_s;
}

void TestClient::withoutARequest()
{
    QFETCH(const PlayInfoQuery, query);
    QFETCH(const Credentials, credentials);
    QFETCH(const QUrl, endpoint);
    QFETCH(const QString, kind);
    ScriptedService service;
    service.client.setAccount({ credentials, endpoint });
    Outcome<PlayInfoReply> got;
    service.client.getPlayInfo(query, &got, got.sink());
    QVERIFY(!got.value);
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), kind);
    QVERIFY(!got.error().message.isEmpty() && !got.error().advice.isEmpty());
    QCOMPARE(service.server.connections, 0);
}

void TestClient::nonceIsNeverTheSame()
{
    QSet<QString> seen;
    for (int i = 0; i < 10'000; ++i)
        seen << randomNonce();
    QCOMPARE(seen.size(), 10'000);
    QCOMPARE(seen.begin()->size(), 32);
}

QTEST_GUILESS_MAIN(TestClient)
#include "tst_client.moc"
