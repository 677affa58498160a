// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// History, favourites and queue: what the models show, and what is there again after a restart.

#include "catalog/favourites_model.h"
#include "catalog/history_model.h"
#include "catalog/review_queue.h"
#include "store_fixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

namespace {

const QString kAccount = u"account-1"_s;

QString id(int n)
{
    return u"86434e152b7d4f20be48%1"_s.arg(n, 12, 10, QChar(u'0'));
}

QList<OpenTarget> assets(int from, int to)
{
    QList<OpenTarget> targets;
    for (int n = from; n <= to; ++n)
        targets += PlayInfoQuery { .mediaId = id(n), .inputUrl = {}, .authTimeout = {} };
    return targets;
}

QStringList idsOf(const QAbstractItemModel& model)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids += model.index(row, 0).data(Qt::UserRole).toString(); // the first role of each of these models
    return ids;
}

//! Everything of one run of the program.
struct World {
    explicit World(const QString& file)
        : store(file)
    {
        history.setAccount(kAccount);
        favourites.setAccount(kAccount);
        queue.setAccount(kAccount);
    }
    bool load()
    {
        return QTest::qWaitFor(
            [this] { return history.isLoaded() && favourites.isLoaded() && queue.isLoaded(); }, 20'000);
    }
    SetClock clock;
    LocalStore store;
    HistoryModel history { store, clock };
    FavouritesModel favourites { store, clock };
    ReviewQueue queue { store };
    QAbstractItemModelTester historyTester { &history, QAbstractItemModelTester::FailureReportingMode::QtTest };
    QAbstractItemModelTester favouritesTester { &favourites, QAbstractItemModelTester::FailureReportingMode::QtTest };
    QAbstractItemModelTester queueTester { &queue, QAbstractItemModelTester::FailureReportingMode::QtTest };
};

} // namespace

class TestLocalModels final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void historyIsNewestFirst()
    {
        StoreFile file;
        {
            World world(file.path());
            QVERIFY(world.load());
            world.history.opened(id(1), u"One"_s, u"video"_s);
            world.history.opened(id(2), u"Two"_s, u"audio"_s);
            world.clock.ms -= 3'600'000; // a PC whose clock is set back does not turn the order round
            world.history.opened(id(3), {}, {});
            world.history.setPosition(id(1), 42'000, u"j.a.b"_s);
            world.history.opened(id(1), {}, {}); // keeps its title and its position
            QCOMPARE(idsOf(world.history), QStringList({ id(1), id(3), id(2) }));
        }
        World again(file.path());
        QVERIFY(again.load());
        QCOMPARE(idsOf(again.history), QStringList({ id(1), id(3), id(2) }));
        const auto one = again.history.entry(id(1));
        QVERIFY(one);
        QCOMPARE(one->title, u"One"_s);
        QCOMPARE(one->mediaType, u"video"_s);
        QCOMPARE(one->positionMs, 42'000);
        QCOMPARE(one->streamKey, u"j.a.b"_s);
        QCOMPARE(again.history.index(1).data().toString(), id(3)); // no title: the id
        QVERIFY(!again.history.index(1).data(HistoryModel::PositionRole).isValid());
        again.history.remove(id(3));
        QCOMPARE(idsOf(again.history), QStringList({ id(1), id(2) }));
        again.history.clear();
        QCOMPARE(again.history.rowCount(), 0);
        QVERIFY(settle(again.store, kAccount));
        World empty(file.path());
        QVERIFY(empty.load());
        QCOMPARE(empty.history.rowCount(), 0);
    }

    void historyHasDays()
    {
        StoreFile file;
        World world(file.path());
        QVERIFY(world.load());
        constexpr qint64 kDay = 24 * 3600 * 1000LL;
        world.clock.ms -= 10 * kDay;
        world.history.opened(id(1), {}, {});
        world.clock.ms += 9 * kDay;
        world.history.opened(id(2), {}, {});
        world.clock.ms += kDay;
        world.history.opened(id(3), {}, {});
        const auto day = [&world](int row) { return world.history.index(row).data(HistoryModel::DayRole).toDate(); };
        QCOMPARE(day(1).daysTo(day(0)), 1);
        QCOMPARE(day(2).daysTo(day(0)), 10);
        QCOMPARE(world.history.index(0).data(HistoryModel::DayTextRole).toString(), u"Today"_s);
        QCOMPARE(world.history.index(1).data(HistoryModel::DayTextRole).toString(), u"Yesterday"_s);
        QVERIFY(world.history.index(2).data(HistoryModel::DayTextRole).toString() != u"Yesterday"_s);
    }

    void historyIsBounded()
    {
        StoreFile file;
        {
            World world(file.path());
            QVERIFY(world.load());
            for (int n = 1; n <= history::kMost + 20; ++n)
                world.history.opened(id(n), {}, {});
            QCOMPARE(world.history.rowCount(), history::kMost);
        }
        World again(file.path());
        QVERIFY(again.load());
        QCOMPARE(again.history.rowCount(), history::kMost);
        QCOMPARE(again.history.at(0).mediaId, id(history::kMost + 20));
        QVERIFY(!again.history.entry(id(20)));
        QVERIFY(again.history.entry(id(21)));
    }

    void whatIsOpenedBeforeTheRowsCome()
    {
        StoreFile file;
        {
            World world(file.path());
            QVERIFY(world.load());
            world.history.opened(id(1), u"One"_s, {});
            world.history.setPosition(id(1), 9'000, u"j.a.b"_s);
            world.history.opened(id(2), u"Two"_s, {});
        }
        World early(file.path());
        QVERIFY(!early.history.isLoaded());
        early.clock.ms += 60'000;
        early.history.opened(id(1), u"One"_s, {});
        early.favourites.add(id(7), u"Seven"_s, {});
        QCOMPARE(early.queue.add(assets(1, 3)), 3);
        early.queue.setCurrent(id(2));
        QVERIFY(early.load());
        QCOMPARE(idsOf(early.history), QStringList({ id(1), id(2) }));
        QCOMPARE(early.history.entry(id(1))->positionMs, 9'000);
        QVERIFY(early.favourites.contains(id(7)));
        QCOMPARE(early.queue.rowCount(), 3);
        QCOMPARE(early.queue.currentId(), id(2));
    }

    void favourites()
    {
        StoreFile file;
        {
            World world(file.path());
            QVERIFY(world.load());
            QSignalSpy changes(&world.favourites, &FavouritesModel::favouriteChanged);
            QVERIFY(world.favourites.toggle(id(1), u"One"_s, u"video"_s));
            QVERIFY(world.favourites.toggle(id(2), u"Two"_s, u"video"_s));
            QVERIFY(world.favourites.toggle(id(3), u"Three"_s, u"video"_s));
            QVERIFY(!world.favourites.toggle(id(2), u"Two"_s, u"video"_s));
            QVERIFY(!world.favourites.add(id(1), {}, {})); // there already
            QCOMPARE(changes.size(), 4);
            QCOMPARE(idsOf(world.favourites), QStringList({ id(3), id(1) }));
            QVERIFY(!world.favourites.contains(id(2)));
        }
        World again(file.path());
        QVERIFY(again.load());
        QCOMPARE(idsOf(again.favourites), QStringList({ id(3), id(1) }));
        QCOMPARE(again.favourites.index(1).data().toString(), u"One"_s);
        again.favourites.clear();
        QVERIFY(!again.favourites.contains(id(3)));
        QVERIFY(settle(again.store, kAccount));
    }

    void favouritesAreBounded()
    {
        LocalStore store({});
        SetClock clock;
        FavouritesModel favourites(store, clock);
        favourites.setAccount(kAccount);
        QTRY_VERIFY(favourites.isLoaded());
        for (int n = 0; n < FavouritesModel::kMost; ++n)
            QVERIFY(favourites.add(id(n), {}, {}));
        QVERIFY(!favourites.toggle(id(9999), {}, {})); // refused; no star is lost for it
        QVERIFY(favourites.contains(id(0)));
        QVERIFY(settle(store, kAccount));
    }

    void queueIsWorkedThrough()
    {
        StoreFile file;
        {
            World world(file.path());
            QVERIFY(world.load());
            ReviewQueue& queue = world.queue;
            QSignalSpy opened(&queue, &ReviewQueue::currentChanged);
            QCOMPARE(queue.add(assets(1, 4)), 4);
            QCOMPARE(queue.add(assets(3, 5)), 1); // twice is once
            QVERIFY(queue.next());
            QCOMPARE(queue.currentId(), id(1));
            QCOMPARE(
                queue.index(0).data(ReviewQueue::StateRole).toInt(), static_cast<int>(ReviewQueue::Shown::Current));
            queue.markDone(id(1));
            QVERIFY(queue.next());
            queue.markFailed(id(2), u"Not found"_s);
            QVERIFY(queue.next());
            QCOMPARE(queue.currentId(), id(3));
            QVERIFY(queue.previous());
            QCOMPARE(queue.currentId(), id(2)); // also one that failed may be looked at again
            QVERIFY(queue.next());
            QVERIFY(queue.next());
            QVERIFY(queue.next());
            QCOMPARE(queue.currentId(), id(5));
            QVERIFY(queue.next()); // round to what was skipped
            QCOMPARE(queue.currentId(), id(3));
            QCOMPARE(opened.size(), 8);
            QCOMPARE(queue.counts().waiting, 3);
            QCOMPARE(queue.counts().done, 1);
            QCOMPARE(queue.counts().failed, 1);
        }
        World again(file.path());
        QVERIFY(again.load());
        QCOMPARE(idsOf(again.queue), QStringList({ id(1), id(2), id(3), id(4), id(5) }));
        QCOMPARE(again.queue.currentId(), id(3));
        QCOMPARE(again.queue.counts().done, 1);
        QCOMPARE(again.queue.index(1).data(ReviewQueue::ReasonRole).toString(), u"Not found"_s);
        again.queue.markWaiting(id(2));
        QCOMPARE(again.queue.counts().failed, 0);
    }

    void queueAtItsEnds()
    {
        World world({});
        QVERIFY(world.load());
        ReviewQueue& queue = world.queue;
        QVERIFY(!queue.next() && !queue.previous() && !queue.setCurrent(id(1)));
        queue.add(assets(1, 3));
        QVERIFY(queue.setCurrent(id(2)));
        queue.remove(id(2)); // the one that is open
        QCOMPARE(queue.currentId(), QString());
        QVERIFY(queue.next());
        QCOMPARE(queue.currentId(), id(3));
        queue.markDone(id(3));
        QVERIFY(queue.next());
        QCOMPARE(queue.currentId(), id(1));
        QVERIFY(!queue.next()); // nothing else waits
        QVERIFY(!queue.previous());
        queue.markDone(id(9)); // not there
        QVERIFY(settle(world.store, kAccount));
    }

    void queueComesBackAfterClear()
    {
        StoreFile file;
        {
            World world(file.path());
            QVERIFY(world.load());
            world.queue.add(assets(1, 3));
            world.queue.setCurrent(id(2));
            world.queue.markDone(id(1));
            const QueueContents before = world.queue.clear();
            QCOMPARE(world.queue.rowCount(), 0);
            QCOMPARE(world.queue.counts().done, 0);
            world.queue.restore(before);
        }
        World again(file.path());
        QVERIFY(again.load());
        QCOMPARE(idsOf(again.queue), QStringList({ id(1), id(2), id(3) }));
        QCOMPARE(again.queue.currentId(), id(2));
        QCOMPARE(again.queue.counts().done, 1);
        again.queue.clear();
        QTRY_VERIFY(again.queue.isWritten());
        World empty(file.path());
        QVERIFY(empty.load());
        QCOMPARE(empty.queue.rowCount(), 0);
        QCOMPARE(empty.queue.currentId(), QString());
    }

    void queueHoldsEveryKindOfTarget()
    {
        StoreFile file;
        const AssetLink link { id(1), u"j.a.b"_s, 12.5 };
        const QUrl plain(u"https://cdn.example.com/a.mp4"_s);
        const QUrl secret(u"https://cdn.example.com/b.mp4?auth_key=1-0-0-CANARY"_s);
        const PlayInfoQuery input { .mediaId = {}, .inputUrl = u"oss://bucket/茶.mp4"_s, .authTimeout = {} };
        {
            World world(file.path());
            QVERIFY(world.load());
            QCOMPARE(world.queue.add({ link, plain, secret, input }), 4);
            QCOMPARE(std::get<QUrl>(world.queue.target(targetId(secret))), secret); // for this run
        }
        World again(file.path());
        QVERIFY(again.load());
        QCOMPARE(std::get<AssetLink>(again.queue.target(id(1))), link);
        QCOMPARE(std::get<QUrl>(again.queue.target(targetId(plain))), plain);
        QCOMPARE(std::get<PlayInfoQuery>(again.queue.target(targetId(input))).inputUrl, input.inputUrl);
        const int row = again.queue.rowOf(targetId(secret));
        QCOMPARE(again.queue.at(row).state, QueueEntry::State::Failed);
        QVERIFY(!again.queue.at(row).reason.isEmpty());
        QCOMPARE(again.queue.add({ secret }), 0); // pasted again it can be opened
        QCOMPARE(again.queue.at(row).state, QueueEntry::State::Waiting);
        QCOMPARE(std::get<QUrl>(again.queue.target(targetId(secret))), secret);
    }

    void queueIsBounded()
    {
        World world({});
        QVERIFY(world.load());
        QCOMPARE(world.queue.add(assets(1, 10'050)), 10'000);
        QCOMPARE(world.queue.add(assets(20'000, 20'001)), 0);
        QVERIFY(settle(world.store, kAccount));
    }

    void titlesComeInHundreds()
    {
        StoreFile file;
        QList<qsizetype> batches;
        {
            World world(file.path());
            QVERIFY(world.load());
            bool fails = true;
            const auto lookUp = [&](const QStringList& ids, QObject* context,
                                    const std::function<void(Result<QueueTitles>)>& callback) {
                batches += ids.size();
                QueueTitles titles;
                for (const QString& one : ids) {
                    if (one == id(7))
                        titles.unknown += one;
                    else if (one != id(8)) // known, without a title
                        titles.titles.insert(one, u"Title of "_s + one);
                }
                const Result<QueueTitles> answer =
                    fails ? Result<QueueTitles>(fail({ .kind = ErrorKind::Network })) : titles;
                QTimer::singleShot(0, context, [callback, answer] { callback(answer); });
                return CallHandle([] {});
            };
            world.queue.setLookUp(lookUp);
            world.queue.add(assets(1, 250));
            QTRY_COMPARE(batches.size(), 1);
            QVERIFY(settle(world.store, kAccount));
            QCOMPARE(batches.size(), 1); // no network: not asked again and again
            fails = false;
            batches.clear();
            world.queue.setLookUp(lookUp);
            QTRY_COMPARE(batches, QList<qsizetype>({ 100, 100, 50 }));
            QTRY_COMPARE(world.queue.index(249).data().toString(), u"Title of "_s + id(250));
            QCOMPARE(world.queue.counts().failed, 1);
            QCOMPARE(world.queue.at(6).state, QueueEntry::State::Failed);
            QVERIFY(!world.queue.at(6).reason.isEmpty());
            QCOMPARE(world.queue.at(7).state, QueueEntry::State::Waiting);
        }
        World again(file.path());
        QVERIFY(again.load());
        QCOMPARE(again.queue.at(0).title, u"Title of "_s + id(1));
        QCOMPARE(again.queue.at(6).state, QueueEntry::State::Failed);
    }

    void accountsAreApart()
    {
        StoreFile file;
        World world(file.path());
        QVERIFY(world.load());
        world.history.opened(id(1), {}, {});
        world.favourites.add(id(1), {}, {});
        world.queue.add(assets(1, 1));
        for (const QString& account : { u"account-2"_s, QString() }) {
            world.history.setAccount(account);
            world.favourites.setAccount(account);
            world.queue.setAccount(account);
            if (!account.isEmpty())
                QVERIFY(world.load());
            QCOMPARE(world.history.rowCount() + world.favourites.rowCount() + world.queue.rowCount(), 0);
        }
        world.history.opened(id(2), {}, {}); // without an account nothing is remembered
        QCOMPARE(world.history.rowCount(), 0);
        world.history.setAccount(kAccount);
        QTRY_COMPARE(world.history.rowCount(), 1);
        bool forgotten = false;
        world.store.forget(
            kAccount, &world.store, [&forgotten](const Result<void>& done) { forgotten = done.has_value(); });
        QTRY_VERIFY(forgotten);
        World again(file.path());
        QVERIFY(again.load());
        QCOMPARE(again.history.rowCount() + again.favourites.rowCount() + again.queue.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestLocalModels)
#include "tst_local_models.moc"
