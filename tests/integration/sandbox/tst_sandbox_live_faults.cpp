// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox_fixture.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QLocale>
#include <QSslSocket>
#include <QTcpSocket>

using namespace proofreel;
using namespace Qt::StringLiterals;

class TestSandboxLiveFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void apiLatency();
    void throttle();
    void error500();
    void clockSkew();
    void badJson();
    void truncateJson();
    void hugeJson();
    void hangApi();
    void forbidden();
    void slow();
    void stallAfter();
    void cutAfter();
    void hangMedia();
    void missingSegment();
    void noRange();
    void wrongLength();
    void tls();
    void manyHangingRequestsLeaveRoom();

private:
    RawReply list() { return m_box->ask("ListMediaBasicInfos", { { "MaxResults", "5" } }); }
    std::unique_ptr<SandboxFixture> m_box;
    QUrl m_hd;
};

void TestSandboxLiveFaults::init()
{
    if (!m_box)
        m_box = std::make_unique<SandboxFixture>();
    QCOMPARE(m_box->problem(), QString());
    m_box->fault("");
    if (m_hd.isEmpty()) {
        m_hd = SandboxFixture::playUrl(
            SandboxFixture::stream(m_box->playInfo(SandboxFixture::cityId()), u"HD"_s, u"mp4"_s));
    }
}

void TestSandboxLiveFaults::apiLatency()
{
    m_box->fault("api-latency=300");
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(list().status, 200);
    QVERIFY(timer.elapsed() >= 300);
}

void TestSandboxLiveFaults::throttle()
{
    m_box->fault("throttle=3");
    int throttled = 0;
    for (int i = 0; i < 9; ++i) {
        const RawReply reply = list();
        if (reply.status == 200)
            continue;
        ++throttled;
        QCOMPARE(reply.status, 429);
        QCOMPARE(reply.code(), u"Throttling.User"_s);
        QVERIFY(reply.header("x-acs-retry-after").toInt() > 0);
    }
    QCOMPARE(throttled, 3);
    m_box->fault("throttle=1");
    QCOMPARE(list().status, 429);
}

void TestSandboxLiveFaults::error500()
{
    m_box->fault("error-500=2");
    int failed = 0;
    for (int i = 0; i < 6; ++i) {
        const RawReply reply = list();
        failed += reply.status == 500 && reply.code() == "InternalError"_L1;
    }
    QCOMPARE(failed, 3);
}

void TestSandboxLiveFaults::clockSkew()
{
    m_box->fault("clock-skew=7200");
    const RawReply reply = list();
    QCOMPARE(reply.code(), u"InvalidTimeStamp.Expired"_s);
    const QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(reply.header("Date")), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    QVERIFY(date.isValid());
    TestSigner signer = m_box->signer();
    signer.clockOffsetS = 7200; // whoever follows the Date header gets in
    QCOMPARE(exchange(m_box->port(), signer.v3("ListMediaBasicInfos", {})).status, 200);
}

void TestSandboxLiveFaults::badJson()
{
    m_box->fault("bad-json");
    const RawReply reply = list();
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.ended && !reply.body.isEmpty());
    QJsonParseError error;
    QJsonDocument::fromJson(reply.body, &error);
    QVERIFY(error.error != QJsonParseError::NoError);
}

void TestSandboxLiveFaults::truncateJson()
{
    m_box->fault("truncate-json");
    const RawReply reply = list();
    QVERIFY(reply.ended); // the transfer is whole, the document is not
    QCOMPARE(reply.body.size(), reply.promised);
    QVERIFY(reply.body.startsWith('{') && QJsonDocument::fromJson(reply.body).isNull());
}

void TestSandboxLiveFaults::hugeJson()
{
    m_box->fault("huge-json=3");
    const RawReply reply = list();
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.body.size() > 3 << 20);
    QCOMPARE(reply.body.size(), reply.promised);
    QCOMPARE(reply.json()["MediaInfos"_L1].toArray().size(), 5);
}

void TestSandboxLiveFaults::hangApi()
{
    m_box->fault("hang-api");
    QTcpSocket hanging;
    hanging.connectToHost(u"127.0.0.1"_s, quint16(m_box->port()));
    QVERIFY(hanging.waitForConnected());
    hanging.write(m_box->signer().v3("ListMediaBasicInfos", {}));
    QVERIFY(!hanging.waitForReadyRead(500));
    QCOMPARE(hanging.state(), QAbstractSocket::ConnectedState);
    m_box->fault("");
    QCOMPARE(list().status, 200); // others go on
    QVERIFY(!hanging.waitForReadyRead(200));
    QElapsedTimer timer;
    timer.start();
    m_box->server().stop();
    const qint64 took = timer.elapsed();
    m_box.reset();
    m_hd.clear();
    QVERIFY2(took < 3000, qPrintable(QString::number(took)));
}

void TestSandboxLiveFaults::forbidden()
{
    m_box->fault("forbidden");
    const RawReply reply = m_box->ask("GetPlayInfo", { { "MediaId", "x" } });
    QCOMPARE(reply.status, 403);
    QCOMPARE(reply.code(), u"Forbidden.RAM"_s);
    QVERIFY(reply.json()["Message"_L1].toString().contains("ice:GetPlayInfo"_L1));
}

void TestSandboxLiveFaults::slow()
{
    m_box->fault("slow=200");
    QElapsedTimer timer;
    timer.start();
    const RawReply reply = get(m_hd, "Range: bytes=0-102399\r\n");
    QCOMPARE(reply.body.size(), 102'400);
    QVERIFY2(timer.elapsed() >= 400, qPrintable(QString::number(timer.elapsed()))); // 100 KiB at 200 KiB/s
}

void TestSandboxLiveFaults::stallAfter()
{
    m_box->fault("stall-after=50000");
    const RawReply reply = get(m_hd, {}, 700);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body.size(), 50'000);
    QVERIFY(!reply.ended); // still connected, silent
    QVERIFY(reply.promised > 50'000);
}

void TestSandboxLiveFaults::cutAfter()
{
    m_box->fault("cut-after=50000");
    const RawReply reply = get(m_hd);
    QCOMPARE(reply.body.size(), 50'000);
    QVERIFY(reply.ended && reply.promised > 50'000);
    QCOMPARE(get(m_hd, "Range: bytes=50000-60000\r\n").body.size(), 10'001); // short answers are not cut
}

void TestSandboxLiveFaults::hangMedia()
{
    m_box->fault("hang-media");
    const RawReply reply = get(m_hd, {}, 500);
    QCOMPARE(reply.status, 0);
    QVERIFY(!reply.ended);
    QCOMPARE(list().status, 200); // the API does not hang
}

void TestSandboxLiveFaults::missingSegment()
{
    const QUrl url =
        SandboxFixture::playUrl(SandboxFixture::stream(m_box->playInfo(SandboxFixture::cityId()), u"SD"_s, u"m3u8"_s));
    m_box->fault("missing-segment=3");
    QList<int> states;
    const auto lines = get(url).body.split('\n');
    for (const QByteArray& line : lines) {
        if (!line.isEmpty() && !line.startsWith('#'))
            states.append(get(url.resolved(QUrl::fromEncoded(line)), "Range: bytes=0-9\r\n").status);
    }
    QCOMPARE(states.mid(0, 5), (QList<int> { 206, 206, 404, 206, 206 }));
}

void TestSandboxLiveFaults::noRange()
{
    m_box->fault("no-range");
    const RawReply reply = get(m_hd, "Range: bytes=1000-1999\r\n");
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.header("Accept-Ranges").isNull() && reply.header("Content-Range").isNull());
    QCOMPARE(reply.body.mid(4, 4), "ftyp");
    QVERIFY(reply.body.size() > 100'000);
}

void TestSandboxLiveFaults::wrongLength()
{
    const qint64 size = get(m_hd).promised;
    m_box->fault("wrong-length");
    const RawReply reply = get(m_hd);
    QCOMPARE(reply.body.size(), size);
    QVERIFY(reply.promised > size);
    QVERIFY(reply.ended); // closed short of what was promised
}

void TestSandboxLiveFaults::tls()
{
    if (!QSslSocket::supportsSsl())
        QSKIP("this Qt has no TLS");
    sandbox::Options options;
    options.faults.tls = true;
    SandboxFixture box(options);
    QCOMPARE(box.problem(), QString());
    QVERIFY(box.server().endpoint().startsWith("https://127.0.0.1:"_L1));
    QVERIFY(box.server().mediaEndpoint().startsWith("https://127.0.0.1:"_L1));
    for (const int port : { box.port(), box.mediaPort() }) {
        QSslSocket strict;
        strict.connectToHostEncrypted(u"127.0.0.1"_s, quint16(port));
        QVERIFY(!strict.waitForEncrypted());
        const auto errors = strict.sslHandshakeErrors();
        QVERIFY(!errors.isEmpty());
        QCOMPARE(errors.first().error(), QSslError::SelfSignedCertificate);
    }
    QSslSocket lax;
    lax.setPeerVerifyMode(QSslSocket::VerifyNone);
    lax.connectToHostEncrypted(u"127.0.0.1"_s, quint16(box.port()));
    QVERIFY(lax.waitForEncrypted());
    TestSigner signer = box.signer();
    lax.write(signer.v3("ListMediaBasicInfos", {}));
    QVERIFY(lax.waitForReadyRead());
    QVERIFY(lax.readAll().startsWith("HTTP/1.1 200"));
}

void TestSandboxLiveFaults::manyHangingRequestsLeaveRoom()
{
    m_box->fault("hang-media");
    std::vector<std::unique_ptr<QTcpSocket>> hanging;
    const QByteArray target = m_hd.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    for (int i = 0; i < 40; ++i) {
        hanging.push_back(std::make_unique<QTcpSocket>());
        hanging.back()->connectToHost(u"127.0.0.1"_s, quint16(m_box->mediaPort()));
        QVERIFY(hanging.back()->waitForConnected());
        hanging.back()->write("GET " + target + " HTTP/1.1\r\nHost: h\r\n\r\n");
        hanging.back()->flush();
    }
    m_box->fault("");
    QCOMPARE(get(m_hd, "Range: bytes=0-9\r\n").status, 206);
}

QTEST_GUILESS_MAIN(TestSandboxLiveFaults)
#include "tst_sandbox_live_faults.moc"
