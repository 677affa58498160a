// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/ims/scripted_service.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace proofreel;
using namespace proofreel::test;

//! Ends of calls, contexts and clients in any order, and a thread that stays free.
class TestClientThreads final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void abort();
    void contextDies();
    void contextInAnotherThread();
    void clientDies();
    void callbackMayDestroyTheClient();
    void callbackMayCallAgain();
    void bigReplyLeavesTheCallersThreadFree();
    void manyAtOnce();
};

void TestClientThreads::abort()
{
    ScriptedService service;
    Outcome<PlayInfoReply> got;
    CallHandle call = service.play(got);
    QTRY_COMPARE(service.server.requests.size(), 1);
    call.abort();
    QTRY_COMPARE(service.server.closedByPeer, 1);
    QCOMPARE(got.count, 0);
    CallHandle invalid = service.client.getPlayInfo({}, &got, got.sink());
    invalid.abort();
    QCoreApplication::processEvents();
    QCOMPARE(got.count, 0);
}

void TestClientThreads::contextDies()
{
    ScriptedService service;
    auto got = std::make_unique<Outcome<PlayInfoReply>>();
    CallHandle call = service.play(*got);
    QTRY_COMPARE(service.server.requests.size(), 1);
    got.reset();
    QTRY_COMPARE(service.server.closedByPeer, 1);
    call.abort();
}

void TestClientThreads::contextInAnotherThread()
{
    ScriptedService service;
    service.sayGood();
    QThread thread;
    thread.start();
    auto* got = new Outcome<PlayInfoReply>;
    got->moveToThread(&thread);
    service.play(*got);
    QVERIFY(QTest::qWaitFor([got] { return got->count > 0; }, 20'000));
    QCOMPARE(got->thread, &thread);
    thread.quit();
    thread.wait();
    delete got;
}

void TestClientThreads::clientDies()
{
    ScriptedService service;
    auto client = std::make_unique<Client>(service.http, service.clock);
    client->setAccount(service.client.account());
    Outcome<PlayInfoReply> got;
    CallHandle call = client->getPlayInfo({ .mediaId = u"m"_s }, &got, got.sink());
    QTRY_COMPARE(service.server.requests.size(), 1);
    client.reset();
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), u"Cancelled"_s);
    QTRY_COMPARE(service.server.closedByPeer, 1);
    call.abort();
}

void TestClientThreads::callbackMayDestroyTheClient()
{
    ScriptedService service;
    service.sayGood();
    auto client = std::make_unique<Client>(service.http, service.clock);
    client->setAccount(service.client.account());
    QObject context;
    bool done = false;
    client->getPlayInfo({ .mediaId = u"m"_s }, &context, [&](const Result<PlayInfoReply>& reply) {
        client.reset();
        done = reply.has_value();
    });
    QTRY_VERIFY(done);
}

void TestClientThreads::callbackMayCallAgain()
{
    ScriptedService service;
    service.sayGood();
    Outcome<PlayInfoReply> second;
    QObject context;
    service.client.getPlayInfo(
        { .mediaId = u"m"_s }, &context, [&](const Result<PlayInfoReply>&) { service.play(second); });
    QVERIFY(second.wait());
    QCOMPARE(second.kind(), u"ok"_s);
}

void TestClientThreads::bigReplyLeavesTheCallersThreadFree()
{
    QByteArray body = R"({"RequestId":"R","MediaBase":{},"PlayInfoList":[)";
    for (int i = 0; i < 9000; ++i)
        body += (i ? "," : "")
            + QByteArray(R"({"Definition":"HD","Size":1,"Duration":"9.5","PlayURL":"https://a.example.com/)")
            + QByteArray(700, 'x') + R"(","StreamTags":"{\"a\":\"b\"}"})";
    ScriptedService service;
    service.say(okReply(body + "]}"));
    Outcome<PlayInfoReply> got;
    service.play(got);
    QVERIFY(got.wait());
    QCOMPARE(got.kind(), u"ok"_s);
    QCOMPARE((*got.value)->playInfoList.size(), 9000);
    // The value came over whole: it was decoded elsewhere, since this thread never saw the pool's work.
    QCOMPARE(got.thread, thread());
}

void TestClientThreads::manyAtOnce()
{
    ScriptedService service;
    service.sayGood();
    std::vector<std::unique_ptr<Outcome<PlayInfoReply>>> outcomes;
    for (int i = 0; i < 100; ++i) {
        outcomes.push_back(std::make_unique<Outcome<PlayInfoReply>>());
        CallHandle call = service.play(*outcomes.back());
        if (i % 4 == 1)
            call.abort();
        else if (i % 4 == 2)
            outcomes.back().reset();
    }
    for (size_t i = 0; i < 100; ++i) {
        if (i % 4 == 0 || i % 4 == 3) {
            QVERIFY(outcomes[i]->wait());
            QVERIFY2(outcomes[i]->kind() == "ok"_L1, qPrintable(outcomes[i]->error().details()));
        }
    }
    for (size_t i = 1; i < 100; i += 4)
        QCOMPARE(outcomes[i]->count, 0);
}

QTEST_GUILESS_MAIN(TestClientThreads)
#include "tst_client_threads.moc"
