// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/asset_list_model.h"
#include "core/http.h"
#include "sandbox/server.h"
#include "ui/catalog/asset_view.h"
#include "ui/catalog/library_panel.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace proofreel;
using namespace Qt::StringLiterals;

class TestLibraryPanel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        sandbox::Options options;
        options.assets = 250;
        m_server = std::make_unique<sandbox::Server>(options);
        QVERIFY(!m_server->start());
        m_client = std::make_unique<Client>(m_http, m_clock);
        m_client->setAccount(
            { { m_server->accessKeyId(), m_server->accessKeySecret(), {} }, QUrl(m_server->endpoint()) });
        m_model = std::make_unique<AssetListModel>(*m_client);
        m_settings = std::make_unique<QSettings>(m_folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        m_settings->clear();
        openPanel();
    }
    void cleanup()
    {
        m_panel.reset();
        m_model.reset();
        m_client.reset();
        m_server.reset();
    }

    void emptyThenFilled()
    {
        QVERIFY(shows(u"No account"_s));
        QSignalSpy add(m_panel.get(), &LibraryPanel::addAccountRequested);
        button(u"stateAction"_s)->click();
        QCOMPARE(add.size(), 1);
        load();
        QVERIFY(view()->isVisible());
        QCOMPARE(m_panel->findChild<QLabel*>(u"libraryCount"_s)->text(), QString::number(m_server->assetCount()));
    }

    void scrollingLoadsTheRest()
    {
        load();
        while (!m_model->isComplete()) {
            const int before = m_model->loadedCount();
            view()->scrollToBottom();
            QTRY_VERIFY(m_model->loadedCount() > before);
        }
        QCOMPARE(m_model->loadedCount(), int(m_server->assetCount()));
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

    void filtersAskTheServer()
    {
        load();
        button(u"libraryType_audio"_s)->click();
        QTRY_VERIFY(m_model->rowCount() > 0 && m_model->state() == AssetListModel::State::Idle);
        QCOMPARE(m_model->query().mediaType, u"audio"_s);
        for (int row = 0; row < m_model->rowCount(); ++row)
            QCOMPARE(m_model->at(row).mediaType, u"audio"_s);
        auto* status = m_panel->findChild<QToolButton*>(u"libraryStatus"_s);
        status->menu()->actions().constLast()->trigger();
        QTRY_VERIFY(shows(u"No asset fits"_s)); // no audio that is not prepared yet
        button(u"stateAction"_s)->click();
        QTRY_VERIFY(m_model->loadedCount() >= 100);
        QVERIFY(m_model->query().mediaType.isEmpty() && m_model->query().status.isEmpty());
        QVERIFY(button(u"libraryType_"_s)->isChecked());
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

    void shapeIsRemembered()
    {
        QVERIFY(button(u"libraryShape_grid"_s)->isChecked());
        button(u"libraryShape_list"_s)->click();
        openPanel();
        QVERIFY(button(u"libraryShape_list"_s)->isChecked());
        load();
        const QRect first = view()->visualRect(m_model->index(0, 0));
        QVERIFY(view()->visualRect(m_model->index(1, 0)).top() >= first.bottom()); // one below the other
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
        menu->actions().at(2)->trigger();
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

private:
    void openPanel()
    {
        m_panel = std::make_unique<LibraryPanel>(*m_model, m_http, *m_settings);
        m_panel->resize(304, 700);
        m_panel->show();
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }
    void load()
    {
        m_model->refresh();
        QTRY_VERIFY(m_model->rowCount() > 0);
    }
    AssetView* view() { return m_panel->findChild<AssetView*>(u"assetView"_s); }
    QAbstractButton* button(const QString& name) { return m_panel->findChild<QAbstractButton*>(name); }
    bool shows(const QString& title)
    {
        const auto* label = m_panel->findChild<QLabel*>(u"stateTitle"_s);
        return label->isVisible() && label->text().contains(title);
    }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    Http m_http;
    std::unique_ptr<sandbox::Server> m_server;
    std::unique_ptr<Client> m_client;
    std::unique_ptr<AssetListModel> m_model;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<LibraryPanel> m_panel;
};

QTEST_MAIN(TestLibraryPanel)
#include "tst_library_panel.moc"
