// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/asset_list_model.h"
#include "playback/player.h"
#include "streams/asset_session.h"
#include "ui/player/player_panel.h"
#include "window_fixture.h"
#include "workspace/local_memory.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace proofreel;
using namespace Qt::StringLiterals;

namespace {

const QString kCity = u"86434e152b7d4f20be480574439fe001"_s;
const QString kHarbour = u"5c1fd2e0a7b94c3d8e6f1029384756aa"_s;
const QString kAlpine = u"3f7ac0de11b24c7fa5d2e88c0b9a6f13"_s;
const QString kNowhere = u"0123456789abcdef0123456789abcdef"_s;

} // namespace

//! Lists of things to look at, on the real window and a real sandbox; and the queue after a restart, with a keychain.
class TestQueueWindow final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPastedListIsWorkedThroughByKeyboardAlone()
    {
        WindowFixture fixture;
        begin(fixture);
        paste(u"%1\n%2\nneither of both\n%3\n%4\n"_s.arg(kCity, kNowhere, kHarbour, kAlpine));
        QTRY_COMPARE(queue().rowCount(), 4);
        const QString said = strip(u"noticeStrip"_s);
        QVERIFY2(said.contains(u"4 "_s) && said.contains(u"neither of both"_s), qPrintable(said));
        QCOMPARE(fixture.find<QTabBar>(u"leftTabs"_s)->currentIndex(), 1);
        QTRY_COMPARE(title(), u"City night drive"_s); // the first of them is open
        QTRY_COMPARE(look(0), int(ReviewQueue::Shown::Current));

        QTRY_COMPARE(look(1), int(ReviewQueue::Shown::Failed)); // it does not exist: known with the titles
        key(Qt::Key_D); // done, and on to the next one that waits
        QCOMPARE(look(0), int(ReviewQueue::Shown::Done));
        QVERIFY(!queue().index(1).data(ReviewQueue::ReasonRole).toString().isEmpty());
        QTRY_VERIFY2(
            fixture.text(u"queueText"_s).startsWith(u"1 of 4 done"_s), qPrintable(fixture.text(u"queueText"_s)));

        QTRY_COMPARE(title(), u"Harbour at dawn"_s);
        key(Qt::Key_N);
        QTRY_COMPARE(title(), u"Alpine time-lapse"_s);
        key(Qt::Key_N, Qt::ShiftModifier);
        QTRY_COMPARE(title(), u"Harbour at dawn"_s);
        QCOMPARE(queue().counts().failed, 1); // it stays

        key(Qt::Key_2, Qt::ControlModifier); // into the list
        auto* list = fixture.find<QListView>(u"queueList"_s);
        QTRY_VERIFY(list->hasFocus());
        QTest::keyClick(list, Qt::Key_Up); // from the current one to the failed one
        QCOMPARE(list->currentIndex().row(), 1);
        QTest::keyClick(list, Qt::Key_Return); // another try
        QTRY_COMPARE(queue().currentId(), kNowhere);
        QTRY_COMPARE(look(1), int(ReviewQueue::Shown::Failed));
        QTest::keyClick(list, Qt::Key_Delete);
        QTRY_COMPARE(queue().rowCount(), 3);
        QTest::mouseClick(action(u"queueStrip"_s), Qt::LeftButton);
        QTRY_COMPARE(queue().rowCount(), 4);
        QCOMPARE(queue().at(1).id, kNowhere);
    }

    void whatWasAddedCanBeTakenBack()
    {
        WindowFixture fixture;
        begin(fixture);
        paste(kCity + u'\n' + kHarbour);
        QTRY_COMPARE(queue().rowCount(), 2);
        QTest::mouseClick(action(u"noticeStrip"_s), Qt::LeftButton);
        QTRY_COMPARE(queue().rowCount(), 0);
        QVERIFY(fixture.find<QWidget>(u"queuePanel"_s)->findChild<QPushButton*>(u"stateAction"_s)->isVisible());
    }

    void tenThousandDoNotStopTheWindow()
    {
        QByteArray list;
        for (int n = 0; n < 10'000; ++n)
            list += QByteArray::number(n).rightJustified(32, '0') + '\n';
        list += "0x\n";
        WindowFixture fixture;
        begin(fixture);
        QTemporaryDir folder;
        QFile file(folder.filePath(u"many.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(list);
        file.close();
        QTimer ticks;
        QElapsedTimer sinceTick;
        qint64 longest = 0;
        connect(&ticks, &QTimer::timeout, this, [&] { longest = std::max(longest, sinceTick.restart()); });
        sinceTick.start();
        ticks.start(0);
        QElapsedTimer whole;
        whole.start();
        fixture.window().openText(QUrl::fromLocalFile(file.fileName()).toString());
        QTRY_COMPARE_WITH_TIMEOUT(queue().rowCount(), 10'000, 20'000);
        const qint64 added = whole.elapsed();
        QTRY_COMPARE_WITH_TIMEOUT(queue().counts().failed, 10'000, 60'000); // none of them exists
        qInfo("10,000 added after %lld ms, all asked for after %lld ms; longest pause of the window %lld ms", added,
            whole.elapsed(), longest);
        QVERIFY2(longest < 1000, qPrintable(QString::number(longest)));
        QVERIFY(fixture.find<QTabBar>(u"leftTabs"_s)->tabText(1).contains(u"Queue"_s));
    }

    void aListDoesNotTearAnybodyAway()
    {
        WindowFixture fixture;
        begin(fixture);
        paste(kCity + u'\n' + kHarbour);
        QTRY_COMPARE(title(), u"City night drive"_s);
        paste(kAlpine + u'\n' + kNowhere);
        QTRY_COMPARE(queue().rowCount(), 4);
        QCOMPARE(queue().currentId(), kCity);
        QCOMPARE(title(), u"City night drive"_s);
    }

    void aDroppedTableGoesToTheQueue()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"list.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Title;MediaId\nCity;" + kCity.toLatin1() + "\nHarbour;" + kHarbour.toLatin1() + "\nNone;-\n");
        file.close();
        WindowFixture fixture;
        begin(fixture);
        QMimeData data;
        data.setUrls({ QUrl::fromLocalFile(file.fileName()) });
        QDragEnterEvent enter({ 10, 10 }, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&fixture.window(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({ 10, 10 }, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&fixture.window(), &drop);
        QTRY_COMPARE(queue().rowCount(), 2);
        QTRY_COMPARE(title(), u"City night drive"_s);
        QTRY_COMPARE(queue().index(1).data(ReviewQueue::TitleRole).toString(), u"Harbour at dawn"_s); // asked for
    }

    void historyIsOneKeyAway()
    {
        WindowFixture fixture;
        begin(fixture);
        QVERIFY(fixture.openAsset(u"Harbour at dawn"_s));
        QVERIFY(fixture.openAsset(u"City night drive"_s));
        key(Qt::Key_H);
        auto* list = fixture.find<QListView>(u"historyList"_s);
        QTRY_VERIFY(list->hasFocus());
        QTRY_COMPARE(list->model()->rowCount(), 2);
        const auto rowTitle = [list](int row) {
            return list->model()->index(row, 0).data(HistoryModel::TitleRole).toString();
        };
        QCOMPARE(rowTitle(0), u"City night drive"_s);
        QCOMPARE(list->currentIndex().row(), 0);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_COMPARE(title(), u"Harbour at dawn"_s);
        QTRY_COMPARE(rowTitle(0), u"Harbour at dawn"_s); // looked at last

        QTest::keyClicks(fixture.find<QLineEdit>(u"historyFilter"_s), u"city"_s);
        QTRY_COMPARE(list->model()->rowCount(), 1);
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Delete);
        QTRY_COMPARE(fixture.workspace().memory().history().rowCount(), 1);
        fixture.find<QLineEdit>(u"historyFilter"_s)->clear();

        QTest::mouseClick(fixture.find<QToolButton>(u"historyClear"_s), Qt::LeftButton);
        auto* box = fixture.find<QDialog>(u"historyClearBox"_s);
        QTRY_VERIFY(box->isVisible());
        for (auto* button : box->findChildren<QPushButton*>()) {
            if (button->text().contains(u"history"_s))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_COMPARE(fixture.workspace().memory().history().rowCount(), 0);
        key(Qt::Key_H); // back to where one came from
        QTRY_COMPARE(fixture.find<QTabBar>(u"leftTabs"_s)->currentIndex(), 0);
    }

    void theStarIsToggledWithB()
    {
        WindowFixture fixture;
        begin(fixture);
        QVERIFY(!fixture.find<QToolButton>(u"starButton"_s)->isVisible()); // nothing is open
        QVERIFY(fixture.openAsset(u"Harbour at dawn"_s));
        const FavouritesModel& favourites = fixture.workspace().memory().favourites();
        key(Qt::Key_B);
        QTRY_VERIFY(favourites.contains(kHarbour));
        QVERIFY(fixture.find<QToolButton>(u"starButton"_s)->isVisible());
        key(Qt::Key_4, Qt::ControlModifier);
        auto* list = fixture.find<QListView>(u"favouritesList"_s);
        QTRY_VERIFY(list->hasFocus());
        QTest::keyClick(list, Qt::Key_Q); // and to the queue
        QTRY_COMPARE(queue().rowCount(), 1);
        key(Qt::Key_B);
        QTRY_VERIFY(!favourites.contains(kHarbour));
        QTRY_COMPARE(list->model()->rowCount(), 0);
    }

    void aLinkLeadsToTheSameMoment()
    {
        WindowFixture fixture;
        begin(fixture);
        QVERIFY(fixture.openAsset(u"Harbour at dawn"_s));
        key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"proofreel://asset/"_s + kHarbour);
        QVERIFY(fixture.play(fixture.rowOf(u"SD"_s, u"mp4"_s)));
        const Player* player = fixture.window().playerPanel().player();
        QTRY_VERIFY_WITH_TIMEOUT(player->position() > 2000, 20'000);
        key(Qt::Key_Space);
        QTRY_COMPARE(player->state(), Player::State::Paused);
        const qint64 position = player->position();
        key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        const QString link = QGuiApplication::clipboard()->text();
        QVERIFY2(link.contains(u"stream="_s) && link.contains(u"t="_s), qPrintable(link));

        QVERIFY(fixture.openAsset(u"City night drive"_s));
        fixture.window().openText(link);
        QTRY_COMPARE_WITH_TIMEOUT(title(), u"Harbour at dawn"_s, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(player->state(), Player::State::Paused, 30'000);
        QTRY_VERIFY2_WITH_TIMEOUT(std::abs(player->position() - position) < 100,
            qPrintable(u"%1 for %2"_s.arg(player->position()).arg(position)), 20'000);
    }

    void goesOnWhereItWasLeft()
    {
        WindowFixture fixture;
        begin(fixture);
        HistoryModel& history = fixture.workspace().memory().history();
        QTRY_VERIFY(history.isLoaded());
        history.opened(kHarbour, u"Harbour at dawn"_s, u"video"_s);
        history.setPosition(kHarbour, 7000, {});
        QVERIFY(fixture.openAsset(u"Harbour at dawn"_s));
        auto* offer = fixture.find<QWidget>(u"resumeStrip"_s);
        QTRY_VERIFY(offer->isVisible());
        QVERIFY(action(u"resumeStrip"_s)->text().contains(u"0:07"_s));
        key(Qt::Key_R);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.window().playerPanel().player()
                && fixture.window().playerPanel().player()->state() == Player::State::Playing,
            30'000);
        QTRY_VERIFY(fixture.window().playerPanel().player()->position() >= 6900);
        QVERIFY(!offer->isVisible());
    }

    void noKeyMeansTwoThings()
    {
        WindowFixture fixture;
        fixture.start();
        QHash<QString, QString> taken;
        for (const QAction* one : fixture.window().findChildren<QAction*>()) {
            if (one->shortcutContext() != Qt::WindowShortcut && one->shortcutContext() != Qt::ApplicationShortcut)
                continue;
            for (const QKeySequence& sequence : one->shortcuts()) {
                const QString name = sequence.toString();
                QVERIFY2(!taken.contains(name), qPrintable(name + u": "_s + one->text() + u", "_s + taken.value(name)));
                taken.insert(name, one->text());
            }
        }
        for (const auto& name : { "H", "N", "Shift+N", "B", "D", "R", "Ctrl+1", "Ctrl+M", "Ctrl+V", "Space", "M" })
            QVERIFY2(taken.contains(QLatin1StringView(name)), name);
    }

    void theQueueIsThereAfterARestart()
    {
        WindowFixture fixture({}, false);
        beginWithAccount(fixture);
        paste(kCity + u'\n' + kHarbour + u'\n' + kAlpine);
        QTRY_COMPARE(title(), u"City night drive"_s);
        key(Qt::Key_D);
        QTRY_COMPARE(title(), u"Harbour at dawn"_s);
        key(Qt::Key_B);

        fixture.restart();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.workspace().library().rowCount() > 10, 20'000);
        QTRY_COMPARE(queue().rowCount(), 3);
        QCOMPARE(fixture.find<QTabBar>(u"leftTabs"_s)->currentIndex(), 1);
        QCOMPARE(look(0), int(ReviewQueue::Shown::Done));
        QCOMPARE(queue().currentId(), kHarbour);
        QTRY_VERIFY(fixture.workspace().memory().favourites().contains(kHarbour));
        QTRY_COMPARE(fixture.workspace().memory().history().rowCount(), 2);
        key(Qt::Key_N);
        QTRY_COMPARE(title(), u"Alpine time-lapse"_s);
        fixture.workspace().memory().clearAccount();
        QTRY_COMPARE(queue().rowCount(), 0);
    }

    void whatCannotBeKeptIsSaid()
    {
        const QString file = LocalStore::defaultFile();
        for (const QString& name : { file, file + u"-wal"_s, file + u"-shm"_s })
            QFile::remove(name);
        QVERIFY(QDir().mkpath(file)); // a folder stands where the file should be
        WindowFixture fixture({}, false);
        beginWithAccount(fixture);
        QTRY_VERIFY(fixture.find<QWidget>(u"noticeStrip"_s)->isVisible());
        QVERIFY(fixture.workspace().memory().store().problem());
        QVERIFY(strip(u"noticeStrip"_s).contains(fixture.workspace().memory().store().problem()->message));
        paste(kCity + u'\n' + kHarbour); // all goes on
        QTRY_COMPARE(queue().rowCount(), 2);
        QVERIFY(QDir(file).removeRecursively());
    }

private:
    //! As a person with an account of the keychain, not the demo's: only that is remembered.
    void beginWithAccount(WindowFixture& fixture)
    {
        fixture.start();
        m_fixture = &fixture;
        const Profile profile { {}, u"Studio"_s, fixture.server().region(), fixture.server().endpoint(), {} };
        fixture.workspace().accounts().save(profile,
            { fixture.server().accessKeyId(), fixture.server().accessKeySecret(), {} }, this,
            [&](const Result<Profile>& result) {
                if (result)
                    fixture.workspace().chooseAccount(result->id);
            });
        QTRY_VERIFY_WITH_TIMEOUT(fixture.workspace().library().rowCount() > 10, 20'000);
    }
    void begin(WindowFixture& fixture)
    {
        m_fixture = &fixture;
        fixture.start();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.workspace().library().rowCount() > 10, 20'000);
        QTRY_VERIFY(queue().isLoaded());
    }

    void paste(const QString& text)
    {
        QGuiApplication::clipboard()->setText(text);
        key(Qt::Key_V, Qt::ControlModifier);
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* focused = QApplication::focusWidget();
        QTest::keyClick(focused ? focused : &m_fixture->window(), key, modifiers);
    }

    ReviewQueue& queue() { return m_fixture->workspace().memory().queue(); }
    int look(int row) { return queue().index(row).data(ReviewQueue::StateRole).toInt(); }
    QString title() { return m_fixture->workspace().session().mediaBase().title; }
    QString strip(const QString& name)
    {
        return m_fixture->find<QWidget>(name)->findChild<QLabel*>(u"stripText"_s)->text();
    }
    QPushButton* action(const QString& strip)
    {
        return m_fixture->find<QWidget>(strip)->findChild<QPushButton*>(u"stripAction"_s);
    }

    WindowFixture* m_fixture = nullptr;
};

QTEST_MAIN(TestQueueWindow)
#include "tst_queue_window.moc"
