// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/ims/scripted_service.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace proofreel;
using namespace proofreel::test;
using namespace std::chrono_literals;

//! Whatever the service, the network or something in between does: a kind, a message of its own, a next step.
class TestClientFailures final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answers_data();
    void answers();
    void refused();
    void hung();
    void wrongTypesEverywhereAreNoFailure();
};

void TestClientFailures::answers_data()
{
    QTest::addColumn<QByteArray>("bytes"); // empty: the connection is closed at once
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("tries");
    const QByteArray head = "HTTP/1.1 200 OK\r\n";
    QTest::newRow("malformed") << okReply("{\"RequestId\": oops}") << u"Protocol"_s << u"not valid JSON"_s << 1;
    QTest::newRow("cut json, whole reply")
        << okReply("{\"RequestId\":\"R\",\"PlayInfo") << u"Protocol"_s << u"ends too early"_s << 1;
    QTest::newRow("list") << okReply("[]") << u"Protocol"_s << u"not an object"_s << 1;
    QTest::newRow("empty") << okReply("") << u"Protocol"_s << u"empty reply"_s << 1;
    QTest::newRow("web page") << okReply("<html>Welcome to the hotel</html>") << u"Protocol"_s << u"web page"_s << 1;
    QTest::newRow("log-in page") << statusReply("302 Found", "", "Location: http://login.example.com/\r\n")
                                 << u"Protocol"_s << u"redirects"_s << 1;
    QTest::newRow("cut reply") << head + "Content-Length: 500\r\n\r\n{\"Req" << u"Protocol"_s
                               << u"middle of its reply"_s << 3;
    QTest::newRow("closed") << QByteArray() << u"Network"_s << u"closed the connection"_s << 3;
    QTest::newRow("page not found") << statusReply("404 Not Found", "<html>nginx</html>") << u"Protocol"_s
                                    << u"not in the way"_s << 1;
    QTest::newRow("bad gateway") << statusReply("502 Bad Gateway", "<html>nginx</html>") << u"Service"_s << u"502"_s
                                 << 3;
    QTest::newRow("unknown media") << statusReply(
        "404 Not Found", R"({"Code":"Anything","Message":"m","RequestId":"R"})")
                                   << u"NotFound"_s << u"no such asset"_s << 1;
    QTest::newRow("overdue") << statusReply("403 Forbidden", R"({"Code":"OperationDenied.Suspended","Message":"m"})")
                             << u"Permission"_s << u"overdue"_s << 1;
    QTest::newRow("not activated") << statusReply("403 Forbidden", R"({"Code":"OperationDenied","Message":"m"})")
                                   << u"Permission"_s << u"not activated"_s << 1;
    QTest::newRow("declared huge") << head + "Content-Length: 99999999999\r\n\r\n{" << u"TooLarge"_s
                                   << u"larger than 32 MiB"_s << 1;
}

void TestClientFailures::answers()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, kind);
    QFETCH(const QString, words);
    QFETCH(const int, tries);
    ScriptedService service;
    service.replies << RawServer::Reply { bytes.isEmpty() ? QByteArrayList() : QByteArrayList { bytes } };
    Outcome<PlayInfoReply> got;
    service.play(got);
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), kind);
    QVERIFY2(got.error().message.contains(words), qPrintable(got.error().message));
    QVERIFY(!got.error().advice.isEmpty());
    QCOMPARE(got.error().host, service.server.authority());
    QCOMPARE(got.error().tries, tries);
}

void TestClientFailures::refused()
{
    ScriptedService service;
    service.server.close();
    Outcome<PlayInfoReply> got;
    service.play(got);
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), u"Network"_s);
    QVERIFY(got.error().message.contains("refused"_L1));
    QCOMPARE(got.error().tries, 3);
}

void TestClientFailures::hung()
{
    ScriptedService service; // says nothing
    service.client.setTimeouts({ .connect = 5s, .silence = 300ms, .retryDelayScale = 0 });
    Outcome<PlayInfoReply> got;
    service.play(got);
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), u"Timeout"_s);
    QVERIFY(got.error().message.contains("did not answer within 0.3 s"_L1));
    QCOMPARE(got.error().tries, 1); // nobody waits three times
}

void TestClientFailures::wrongTypesEverywhereAreNoFailure()
{
    ScriptedService service;
    service.say(okReply(
        R"({"RequestId":[],"MediaBase":"x","PlayInfoList":[{"Size":{},"Duration":[],"Encrypt":"yes","PlayURL":5}]})"));
    Outcome<PlayInfoReply> got;
    service.play(got);
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), u"ok"_s);
    QCOMPARE((*got.value)->playInfoList.size(), 1);
    QCOMPARE((*got.value)->info.oddities.size(), 6);
}

QTEST_GUILESS_MAIN(TestClientFailures)
#include "tst_client_failures.moc"
