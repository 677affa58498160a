// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library_panel_fixture.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>

#include <algorithm>

using namespace proofreel;
using namespace Qt::StringLiterals;

//! What the panel shows, and what a person does with the assets in it.
class TestLibraryPanel final : public LibraryPanelFixture {
    Q_OBJECT

private Q_SLOTS:
    void emptyThenFilled()
    {
        QVERIFY(shows(u"No account"_s));
        QSignalSpy add(m_panel.get(), &LibraryPanel::addAccountRequested);
        button(u"stateAction"_s)->click();
        QCOMPARE(add.size(), 1);
        load();
        QVERIFY(view()->isVisible());
    }

    void scrollingLoadsTheRest()
    {
        load();
        QTRY_COMPARE(m_model->state(), AssetListModel::State::Idle);
        const auto* count = m_panel->findChild<QLabel*>(u"libraryCount"_s);
        const qint64 videos = m_model->totalCount().value_or(0);
        QVERIFY(videos > 0 && videos < m_server->assetCount());
        QCOMPARE(count->text(), u"%1+"_s.arg(videos)); // other types are not asked for yet
        while (!m_model->isComplete()) {
            const int before = m_model->loadedCount();
            view()->scrollToBottom();
            QTRY_VERIFY(m_model->loadedCount() > before);
        }
        QCOMPARE(m_model->loadedCount(), int(m_server->assetCount()));
        QTRY_COMPARE(count->text(), QString::number(m_server->assetCount()));
    }

    void clickOpensOnce()
    {
        load();
        QSignalSpy opened(m_panel.get(), &LibraryPanel::assetActivated);
        const QPoint second = view()->visualRect(m_model->index(1, 0)).center();
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, second);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.constFirst().constFirst().toString(), m_model->at(1).mediaId);
        QTest::mouseDClick(view()->viewport(), Qt::LeftButton, {}, second);
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, second);
        QCOMPARE(opened.size(), 1);
        QTest::keyClick(view(), Qt::Key_Return); // asks for it again on purpose
        QCOMPARE(opened.size(), 2);
    }

    void arrowsOpenWhereTheyRest()
    {
        load();
        QSignalSpy opened(m_panel.get(), &LibraryPanel::assetActivated);
        view()->setFocus();
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(view(), Qt::Key_Right);
        QCOMPARE(opened.size(), 0);
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(opened.constFirst().constFirst().toString(), m_model->at(view()->currentIndex().row()).mediaId);
    }

    void focusOpensNothing()
    {
        load();
        QSignalSpy opened(m_panel.get(), &LibraryPanel::assetActivated);
        button(u"libraryShape_list"_s)->setFocus();
        view()->setFocus();
        QTest::keyClick(view(), Qt::Key_Down);
        QTRY_COMPARE(opened.size(), 1); // the arrow's, and not one before it
    }

    void openAssetStaysMarkedOverAReload()
    {
        load();
        const QString id = m_model->at(5).mediaId;
        QSignalSpy opened(m_panel.get(), &LibraryPanel::assetActivated);
        m_panel->setOpenAsset(id);
        QCOMPARE(view()->currentIndex().row(), 5);
        QSignalSpy reloaded(m_model.get(), &AssetListModel::firstPageArrived);
        QTest::keyClick(m_panel.get(), Qt::Key_F5);
        QTRY_COMPARE(reloaded.size(), 1);
        QCOMPARE(view()->currentIndex().data(AssetListModel::MediaIdRole).toString(), id);
        m_panel->setOpenAsset({});
        QVERIFY(!view()->currentIndex().isValid());
        QCOMPARE(opened.size(), 0);
    }

    void badCoversAndUnevenPages()
    {
        sandbox::Faults faults;
        faults.badCovers = true;
        faults.unevenPages = true;
        m_server->setFaults(faults);
        load();
        while (!m_model->isComplete()) {
            const int before = m_model->loadedCount();
            view()->scrollToBottom();
            QTRY_VERIFY(m_model->loadedCount() > before || m_model->isComplete());
        }
        QCOMPARE(m_model->loadedCount(), int(m_server->assetCount()));
        QVERIFY(!view()->grab().isNull());
    }

    void failuresStandInPlace()
    {
        sandbox::Faults faults;
        faults.forbidden = true;
        m_server->setFaults(faults);
        m_model->refresh();
        QTRY_VERIFY(shows(u"could not be loaded"_s));
        m_server->setFaults({});
        button(u"stateAction"_s)->click();
        QTRY_VERIFY(view()->isVisible());

        m_server->setFaults(faults);
        QTest::keyClick(m_panel.get(), Qt::Key_F5);
        auto* strip = m_panel->findChild<QLabel*>(u"stripText"_s);
        QTRY_VERIFY(strip->isVisible());
        QVERIFY(view()->isVisible()); // what was there stays
        m_server->setFaults({});
        button(u"stripAction"_s)->click();
        QTRY_VERIFY(!strip->isVisible());
    }

    void savedRowsSayFromWhen()
    {
        load();
        const QList<AssetRow> rows = m_model->firstRows(20);
        m_model->clear();
        m_model->showSaved(rows, QDateTime::currentDateTimeUtc().addSecs(-7300), 250);
        auto* strip = m_panel->findChild<QLabel*>(u"stripText"_s);
        QVERIFY(strip->isVisible());
        QVERIFY2(strip->text().contains(u"2 h ago"_s), qPrintable(strip->text()));
        m_model->refresh();
        QTRY_VERIFY(!m_model->savedAt().isValid());
        QTRY_VERIFY(!strip->isVisible());
    }

    void severalGoIntoTheQueue()
    {
        load();
        QSignalSpy opened(m_panel.get(), &LibraryPanel::assetActivated);
        QSignalSpy queued(m_panel.get(), &LibraryPanel::queueRequested);
        const auto at = [this](int row) { return view()->visualRect(m_model->index(row, 0)).center(); };
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, Qt::ControlModifier, at(1));
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, Qt::ControlModifier, at(3));
        QContextMenuEvent event(QContextMenuEvent::Mouse, at(3), view()->viewport()->mapToGlobal(at(3)));
        QCoreApplication::sendEvent(view()->viewport(), &event);
        auto* menu = view()->findChild<QMenu*>(u"assetMenu"_s);
        QVERIFY(menu);
        QVERIFY(!menu->defaultAction()->isEnabled()); // one is opened, not two
        menu->findChild<QAction*>(u"addToQueue"_s)->trigger();
        menu->close();
        QCOMPARE(queued.size(), 1);
        const auto rows = queued.constFirst().constFirst().value<QList<AssetRow>>();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(0).mediaId, m_model->at(1).mediaId);
        QCOMPARE(rows.at(1).mediaId, m_model->at(3).mediaId);
        QCOMPARE(opened.size(), 0);
        QTest::keySequence(view(), QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), rows.at(0).mediaId + u'\n' + rows.at(1).mediaId);
    }

    void contextMenuCopies()
    {
        load();
        view()->setFocus();
        m_panel->setOpenAsset(m_model->at(0).mediaId);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
        QCoreApplication::sendEvent(view()->viewport(), &event);
        auto* menu = view()->findChild<QMenu*>(u"assetMenu"_s);
        QVERIFY(menu);
        QVERIFY(menu->actions().size() >= 5);
        const QList<QAction*> actions = menu->actions();
        const auto copyId = std::find_if(actions.begin(), actions.end(),
            [](const QAction* action) { return action->shortcut() == QKeySequence(QKeySequence::Copy); });
        QVERIFY(copyId != actions.end());
        (*copyId)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), m_model->at(0).mediaId);
        menu->close();
    }

    void coversComeFromTheServer()
    {
        load();
        const auto covers = [this] {
            return m_server->requestLog().filter(u"cover"_s).size() + m_server->requestLog().filter(u".jpg"_s).size();
        };
        if (!m_model->at(0).coverUrl.isEmpty())
            QTRY_VERIFY(covers() > 0);
    }
};

QTEST_MAIN(TestLibraryPanel)
#include "tst_library_panel.moc"
