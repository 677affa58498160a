// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http.h"
#include "ims/client.h"
#include "sandbox/server.h"

#include "tests/support/outcome.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace proofreel;
using namespace proofreel::test;
using namespace std::chrono_literals;

//! The real client against the real sandbox over HTTP: each side checks the other's signatures and words.
class TestClientSandbox final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void playInfo();
    void byInputUrl();
    void everyAsset();
    void wholeListByPages();
    void temporaryKey();
    void wrongCredentials_data();
    void wrongCredentials();
    void unknownMedia();
    void faults_data();
    void faults();
    void everySecondCallThrottled();
    void clockSkew_data();
    void clockSkew();
    void latencyIsNoFailure();
    void selfSignedTls();

private:
    [[nodiscard]] ImsAccount account() const
    {
        return { { m_server->accessKeyId(), m_server->accessKeySecret(), {} }, QUrl(m_server->endpoint()) };
    }
    void play(Outcome<PlayInfoReply>& got)
    {
        m_client->getPlayInfo({ .mediaId = m_server->mediaIds().first() }, &got, got.sink());
    }

    std::unique_ptr<sandbox::Server> m_server;
    Http m_http;
    SystemClock m_clock;
    std::unique_ptr<Client> m_client;
};

void TestClientSandbox::initTestCase()
{
    m_server = std::make_unique<sandbox::Server>(sandbox::Options { .assets = 250 });
    const auto problem = m_server->start();
    QVERIFY2(!problem, qPrintable(problem.value_or(QString())));
}

void TestClientSandbox::init()
{
    m_server->setFaults({});
    m_client = std::make_unique<Client>(m_http, m_clock);
    m_client->setTimeouts({ .connect = 10s, .silence = 20s, .retryDelayScale = 0 });
    m_client->setAccount(account());
}

void TestClientSandbox::playInfo()
{
    Outcome<PlayInfoReply> got;
    play(got);
    QVERIFY(got.wait());
    QVERIFY2(got.kind() == "ok"_L1, qPrintable(got.error().details()));
    const PlayInfoReply& reply = **got.value;
    QCOMPARE(reply.mediaBase.mediaId, m_server->mediaIds().first());
    QVERIFY(!reply.playInfoList.isEmpty());
    QVERIFY2(reply.info.oddities.isEmpty(), qPrintable(reply.info.oddities.join(u'\n')));
    QVERIFY(!reply.info.requestId.isEmpty());
    for (const PlayInfo& stream : reply.playInfoList) {
        QVERIFY(!stream.definition.isEmpty() && !stream.format.isEmpty());
        QVERIFY(stream.playUrl.startsWith("http"_L1));
    }
}

void TestClientSandbox::byInputUrl()
{
    Outcome<MediaPage> page;
    m_client->listMediaBasicInfos({ .maxResults = 20 }, &page, page.sink());
    QVERIFY(page.wait());
    QCOMPARE(page.kind(), u"ok"_s);
    const MediaBasicInfo& media = (*page.value)->medias.first();
    QVERIFY(!media.inputUrl.isEmpty());
    Outcome<PlayInfoReply> got;
    m_client->getPlayInfo({ .inputUrl = media.inputUrl, .authTimeout = 7200 }, &got, got.sink());
    QVERIFY(got.wait());
    QVERIFY2(got.kind() == "ok"_L1, qPrintable(got.error().details()));
    QCOMPARE((*got.value)->mediaBase.mediaId, media.mediaId);
}

void TestClientSandbox::everyAsset()
{
    for (const QString& id : m_server->mediaIds()) {
        Outcome<PlayInfoReply> got;
        m_client->getPlayInfo({ .mediaId = id }, &got, got.sink());
        QVERIFY(got.wait());
        QVERIFY2(got.kind() == "ok"_L1, qPrintable(id + got.error().details()));
        QCOMPARE((*got.value)->mediaBase.mediaId, id);
        QVERIFY(!(*got.value)->mediaBase.status.isEmpty());
    }
}

void TestClientSandbox::wholeListByPages()
{
    QSet<QString> seen;
    QString token;
    int pages = 0;
    do {
        Outcome<MediaPage> got;
        m_client->listMediaBasicInfos({ .nextToken = token, .maxResults = 100 }, &got, got.sink());
        QVERIFY(got.wait());
        QVERIFY2(got.kind() == "ok"_L1, qPrintable(got.error().details()));
        QCOMPARE((*got.value)->totalCount, m_server->assetCount());
        for (const MediaBasicInfo& media : (*got.value)->medias)
            seen << media.mediaId;
        token = (*got.value)->nextToken;
        QVERIFY(++pages < 10);
    } while (!token.isEmpty());
    QCOMPARE(seen.size(), m_server->assetCount());
}

void TestClientSandbox::temporaryKey()
{
    ImsAccount sts = account();
    sts.credentials = { m_server->stsAccessKeyId(), m_server->stsAccessKeySecret(), m_server->stsToken() };
    m_client->setAccount(sts);
    Outcome<PlayInfoReply> got;
    play(got);
    QVERIFY(got.wait());
    QVERIFY2(got.kind() == "ok"_L1, qPrintable(got.error().details()));
}

void TestClientSandbox::wrongCredentials_data()
{
    QTest::addColumn<Credentials>("credentials");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("words");
    const sandbox::Server& s = *m_server;
    const QString id = s.accessKeyId(), secret = s.accessKeySecret();
    QTest::newRow("wrong secret") << Credentials { id, u"wrong-secret"_s, {} } << u"Signature"_s
                                  << u"secret does not fit"_s;
    QTest::newRow("unknown key") << Credentials { u"LTAI5tNobodyNobody9999"_s, secret, {} } << u"Credentials"_s
                                 << u"does not know"_s;
    QTest::newRow("inactive key") << Credentials { s.inactiveAccessKeyId(), s.inactiveAccessKeySecret(), {} }
                                  << u"Credentials"_s << u"switched off"_s;
    QTest::newRow("missing token") << Credentials { s.stsAccessKeyId(), s.stsAccessKeySecret(), {} } << u"Credentials"_s
                                   << u"without its security token"_s;
    QTest::newRow("expired token") << Credentials { s.expiredStsAccessKeyId(), s.expiredStsAccessKeySecret(),
        s.expiredStsToken() } << u"Credentials"_s
                                   << u"has expired"_s;
    QTest::newRow("damaged token") << Credentials { s.stsAccessKeyId(), s.stsAccessKeySecret(), u"nonsense"_s }
                                   << u"Credentials"_s << u"damaged"_s;
    QTest::newRow("token of another") << Credentials { id, secret, s.stsToken() } << u"Credentials"_s
                                      << u"does not belong"_s;
}

void TestClientSandbox::wrongCredentials()
{
    QFETCH(const Credentials, credentials);
    QFETCH(const QString, kind);
    QFETCH(const QString, words);
    m_client->setAccount({ credentials, QUrl(m_server->endpoint()) });
    Outcome<PlayInfoReply> got;
    play(got);
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), kind);
    const Error error = got.error();
    QVERIFY2(error.message.contains(words), qPrintable(error.message));
    QVERIFY(!error.advice.isEmpty() && !error.requestId.isEmpty());
    QCOMPARE(error.tries, 1);
    QVERIFY(!error.details().contains(credentials.accessKeySecret));
    QVERIFY(credentials.securityToken.isEmpty() || !error.details().contains(credentials.securityToken));
}

void TestClientSandbox::unknownMedia()
{
    Outcome<PlayInfoReply> got;
    m_client->getPlayInfo({ .mediaId = u"00000000000000000000000000000000"_s }, &got, got.sink());
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), u"NotFound"_s);
    Outcome<PlayInfoReply> byUrl;
    m_client->getPlayInfo({ .inputUrl = u"oss://nobody/nothing.mp4"_s }, &byUrl, byUrl.sink());
    QVERIFY(byUrl.wait());
    QCOMPARE(byUrl.kind(), u"NotFound"_s);
}

void TestClientSandbox::faults_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("tries");
    QTest::newRow("storm") << u"throttle=1"_s << u"Throttled"_s << u"too many requests"_s << 3;
    QTest::newRow("error-500") << u"error-500=1"_s << u"Service"_s << u"failed inside"_s << 3;
    QTest::newRow("bad-json") << u"bad-json"_s << u"Protocol"_s << u"JSON"_s << 1;
    QTest::newRow("truncate-json") << u"truncate-json"_s << u"Protocol"_s << QString() << 0;
    QTest::newRow("huge-json") << u"huge-json=40"_s << u"TooLarge"_s << u"larger than 32 MiB"_s << 1;
    QTest::newRow("hang-api") << u"hang-api"_s << u"Timeout"_s << u"did not answer"_s << 1;
    QTest::newRow("forbidden") << u"forbidden"_s << u"Permission"_s << u"ice:GetPlayInfo"_s << 1;
}

void TestClientSandbox::faults()
{
    QFETCH(const QString, fault);
    QFETCH(const QString, kind);
    QFETCH(const QString, words);
    QFETCH(const int, tries);
    sandbox::Faults faults;
    QVERIFY(!faults.set(fault));
    m_server->setFaults(faults);
    if (faults.hangApi)
        m_client->setTimeouts({ .connect = 10s, .silence = 500ms, .retryDelayScale = 0 });
    Outcome<PlayInfoReply> got;
    play(got);
    QVERIFY(got.wait(50'000));
    QCOMPARE(got.kind(), kind);
    QVERIFY2(got.error().message.contains(words), qPrintable(got.error().message));
    QVERIFY(!got.error().advice.isEmpty());
    if (tries > 0)
        QCOMPARE(got.error().tries, tries);
    // and the same client is well again as soon as the service is
    m_server->setFaults({});
    Outcome<PlayInfoReply> next;
    play(next);
    QVERIFY(next.wait());
    QVERIFY2(next.kind() == "ok"_L1, qPrintable(next.error().details()));
}

void TestClientSandbox::everySecondCallThrottled()
{
    sandbox::Faults faults;
    QVERIFY(!faults.set(u"throttle=2"_s));
    m_server->setFaults(faults);
    int throttled = 0;
    connect(m_client.get(), &Client::retrying, m_client.get(), [&throttled] { ++throttled; });
    for (int i = 0; i < 6; ++i) {
        Outcome<PlayInfoReply> got;
        play(got);
        QVERIFY(got.wait());
        QVERIFY2(got.kind() == "ok"_L1, qPrintable(got.error().details()));
        QVERIFY((*got.value)->info.tries <= 2);
    }
    QVERIFY(throttled >= 4);
}

void TestClientSandbox::clockSkew_data()
{
    QTest::addColumn<int>("seconds");
    QTest::newRow("server ahead") << 3600;
    QTest::newRow("server behind") << -7200;
}

void TestClientSandbox::clockSkew()
{
    QFETCH(const int, seconds);
    sandbox::Faults faults;
    faults.clockSkewS = seconds;
    m_server->setFaults(faults);
    QSignalSpy detected(m_client.get(), &Client::clockSkewDetected);
    Outcome<PlayInfoReply> got, together; // both are sent before the service's time is known
    play(got);
    play(together);
    QVERIFY(got.wait() && together.wait());
    for (const auto& each : { &got, &together }) {
        QVERIFY2(each->kind() == "ok"_L1, qPrintable(each->error().details()));
        QCOMPARE((*each->value)->info.tries, 2);
    }
    QCOMPARE(detected.size(), 1);
    QVERIFY(std::abs(m_client->clockOffsetMs() - seconds * 1000LL) < 5000);
}

void TestClientSandbox::latencyIsNoFailure()
{
    sandbox::Faults faults;
    QVERIFY(!faults.set(u"api-latency=300"_s));
    m_server->setFaults(faults);
    Outcome<PlayInfoReply> got;
    play(got);
    QVERIFY(got.wait());
    QVERIFY2(got.kind() == "ok"_L1, qPrintable(got.error().details()));
    QVERIFY((*got.value)->info.elapsedMs >= 300);
}

void TestClientSandbox::selfSignedTls()
{
    sandbox::Options options;
    options.faults.tls = true;
    sandbox::Server server(options);
    const auto problem = server.start();
    QVERIFY2(!problem, qPrintable(problem.value_or(QString())));
    m_client->setAccount({ { server.accessKeyId(), server.accessKeySecret(), {} }, QUrl(server.endpoint()) });
    Outcome<PlayInfoReply> got;
    play(got);
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), u"Tls"_s);
    QVERIFY2(got.error().message.contains("self-signed"_L1), qPrintable(got.error().message));
    QVERIFY(server.requestLog().isEmpty()); // nothing was told to a server that nobody vouches for
}

QTEST_GUILESS_MAIN(TestClientSandbox)
#include "tst_client_sandbox.moc"
