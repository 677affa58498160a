// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/delivery.h"

#include <QTest>
#include <QThread>
#include <QThreadPool>

using namespace proofreel;

class TestDelivery final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void runsOnceInTheContextsThread();
    void cancelled();
    void contextDiesFirst();
    void contextDiesWithAnAnswerUnderWay();
    void callbackMayDeleteItsContext();
    void manyThreads();
};

void TestDelivery::runsOnceInTheContextsThread()
{
    QThread thread;
    thread.start();
    auto* context = new QObject;
    context->moveToThread(&thread);
    std::atomic_int runs = 0;
    std::atomic<QThread*> ranIn = nullptr;
    const auto delivery = Delivery<int>::to(context, [&](int value) {
        ranIn = QThread::currentThread();
        runs += value;
    });
    delivery->deliver(5);
    delivery->deliver(7);
    QTRY_COMPARE(runs, 5);
    QCOMPARE(ranIn, &thread);
    QVERIFY(!delivery->isOpen());
    QMetaObject::invokeMethod(
        context, [context] { delete context; }, Qt::BlockingQueuedConnection);
    thread.quit();
    thread.wait();
    QCOMPARE(runs, 5);
}

void TestDelivery::cancelled()
{
    QObject context;
    int runs = 0;
    const auto alive = std::make_shared<int>(1);
    const auto delivery = Delivery<int>::to(&context, [&runs, alive](int) { ++runs; });
    delivery->deliver(1);
    QVERIFY(delivery->cancel());
    QVERIFY(!delivery->cancel());
    QCOMPARE(alive.use_count(), 1); // what the callback held is gone with it
    QCoreApplication::processEvents();
    QCOMPARE(runs, 0);
}

void TestDelivery::contextDiesFirst()
{
    int runs = 0, gone = 0;
    auto context = std::make_unique<QObject>();
    const auto delivery = Delivery<int>::to(
        context.get(), [&runs](int) { ++runs; }, [&gone] { ++gone; });
    context.reset();
    QCOMPARE(gone, 1);
    QVERIFY(!delivery->isOpen());
    delivery->deliver(1);
    QCoreApplication::processEvents();
    QCOMPARE(runs, 0);
}

void TestDelivery::contextDiesWithAnAnswerUnderWay()
{
    int runs = 0;
    auto context = std::make_unique<QObject>();
    Delivery<int>::to(context.get(), [&runs](int) { ++runs; })->deliver(1);
    context.reset();
    QCoreApplication::processEvents();
    QCOMPARE(runs, 0);
}

void TestDelivery::callbackMayDeleteItsContext()
{
    auto* context = new QObject;
    int runs = 0, gone = 0;
    Delivery<int>::to(
        context,
        [&runs, context](int) {
            ++runs;
            delete context;
        },
        [&gone] { ++gone; })
        ->deliver(1);
    QTRY_COMPARE(runs, 1);
    QCOMPARE(gone, 0); // answered: there is nothing left to abort
}

void TestDelivery::manyThreads()
{
    // Contexts that die in one thread while answers arrive from others: for the sanitizers.
    std::atomic_int runs = 0;
    constexpr int rounds = 500;
    QList<QThread*> threads;
    for (int i = 0; i < rounds; ++i) {
        auto context = std::make_unique<QObject>();
        const auto delivery = Delivery<int>::to(context.get(), [&runs](int) { ++runs; });
        QThreadPool::globalInstance()->start([delivery] { delivery->deliver(1); });
        if (i % 3 == 0)
            context.release()->deleteLater();
        else if (i % 3 == 1)
            delivery->cancel();
    }
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QVERIFY(runs <= rounds / 3 + 1);
}

QTEST_GUILESS_MAIN(TestDelivery)
#include "tst_delivery.moc"
