// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/asset_list_model.h"
#include "streams/asset_session.h"
#include "ui/accounts/account_button.h"
#include "ui/player/player_panel.h"
#include "window_fixture.h"

#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace proofreel;
using namespace Qt::StringLiterals;

class TestMainWindow final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void firstRunOffersTheDemoAndAnAccount()
    {
        WindowFixture fixture({}, false);
        fixture.start();
        auto* page = fixture.find<QWidget>(u"firstRunPage"_s);
        QVERIFY(page->isVisible());
        QVERIFY(!fixture.find<QDockWidget>(u"libraryDock"_s)->isVisible());
        QTest::mouseClick(fixture.find<QPushButton>(u"demoButton"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.workspace().library().rowCount() >= 12, 20'000);
        QVERIFY(!page->isVisible());
        QVERIFY(fixture.find<QDockWidget>(u"libraryDock"_s)->isVisible());
        QVERIFY(QSettings().allKeys().filter(u"ecret"_s).isEmpty());
    }

    void connectsListsAndOpensOnClick()
    {
        WindowFixture fixture;
        fixture.start();
        QVERIFY(fixture.openAsset(u"City night drive"_s));
        auto* table = fixture.find<QTableView>(u"streamTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 14);
        QCOMPARE(fixture.window().windowTitle(), u"City night drive – Proofreel"_s);
        QVERIFY(fixture.text(u"lastCall"_s).startsWith(u"GetPlayInfo"_s));
        QVERIFY(!fixture.window().playerPanel().player()); // listing must not open anything
        auto* id = fixture.find<QWidget>(u"lastRequestId"_s);
        QTest::mouseClick(id->findChild<QToolButton*>(), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), fixture.workspace().session().streams().reply().info.requestId);
    }

    void facetChipsFilterTheTable()
    {
        WindowFixture fixture;
        fixture.start();
        QVERIFY(fixture.openAsset(u"City night drive"_s));
        auto* table = fixture.find<QTableView>(u"streamTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 14);
        QTest::mouseClick(fixture.find<QToolButton>(u"facet_0_HD"_s), Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QTest::mouseClick(fixture.find<QToolButton>(u"facet_1_m3u8"_s), Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QTest::mouseClick(fixture.find<QToolButton>(u"clearFilter"_s), Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), 14);
    }

    void slashOpensAMediaIdByKeyboard()
    {
        WindowFixture fixture;
        fixture.start();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.workspace().library().rowCount() > 0, 20'000);
        auto* field = fixture.find<QLineEdit>(u"searchField"_s);
        QTest::keyClick(&fixture.window(), Qt::Key_Slash);
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, u"5c1fd2e0a7b94c3d8e6f1029384756aa"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.workspace().session().mediaBase().title, u"Harbour at dawn"_s, 20'000);
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(field->text().isEmpty());
    }

    void inputUrlsOpenToo_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("title");
        QTest::newRow("oss") << u"oss://proofreel-demo-in/travel/alpine.mov"_s << u"Alpine time-lapse"_s;
        QTest::newRow("https") << u"https://proofreel-demo-in.oss-cn-shanghai.aliyuncs.com/studio/interview-07.mp4"_s
                               << u"Studio interview 07"_s;
        QTest::newRow("vod") << u"vod://20b48fb04483915d4f2cd8ac5a1e0009"_s << u"Encrypted lecture"_s;
        QTest::newRow("chinese") << u"oss://proofreel-demo-in/travel/茶山春色.mp4"_s << u"茶山春色"_s;
    }

    void inputUrlsOpenToo()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, title);
        WindowFixture fixture;
        fixture.start();
        fixture.window().openText(text);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.workspace().session().mediaBase().title, title, 20'000);
    }

    void whatCannotBeOpenedIsSaidInWords()
    {
        WindowFixture fixture;
        fixture.start();
        QVERIFY(fixture.openAsset(u"Harbour at dawn"_s));
        fixture.window().openText(u"some words"_s);
        auto* strip = fixture.find<QWidget>(u"noticeStrip"_s);
        QTRY_VERIFY(strip->isVisible());
        QVERIFY(strip->findChild<QLabel*>(u"stripText"_s)->text().contains(u"MediaId"_s));
        QCOMPARE(fixture.workspace().session().mediaBase().title, u"Harbour at dawn"_s); // what was there stays
    }

    void droppedTextOpens()
    {
        WindowFixture fixture;
        fixture.start();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.workspace().isConnected(), 20'000);
        QMimeData data;
        data.setText(u"86434e152b7d4f20be480574439fe001"_s);
        QDragEnterEvent enter({ 10, 10 }, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&fixture.window(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({ 10, 10 }, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&fixture.window(), &drop);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.workspace().session().mediaBase().title, u"City night drive"_s, 20'000);
    }

    void commandLineOpensAnAsset()
    {
        WindowFixture fixture;
        CommandLine line;
        line.mediaId = u"b2e6d9f8450c4a7cb1f3a2958e7d6c04"_s;
        fixture.start(line);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.workspace().session().mediaBase().title, u"Football, 2nd half"_s, 20'000);
    }

    void panelsHideWithTheirKeysAndAreRemembered()
    {
        WindowFixture fixture;
        fixture.start();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.workspace().library().rowCount() > 0, 20'000);
        fixture.find<QDockWidget>(u"detailsDock"_s)->show(); // hidden at first on the small screen of the tests
        QTest::keyClick(&fixture.window(), Qt::Key_F10);
        QTRY_VERIFY(!fixture.find<QDockWidget>(u"detailsDock"_s)->isVisible());
        fixture.window().resize(1111, 777);
        fixture.window().resizeDocks({ fixture.find<QDockWidget>(u"libraryDock"_s) }, { 333 }, Qt::Horizontal);
        QTRY_COMPARE(fixture.find<QDockWidget>(u"libraryDock"_s)->width(), 333);

        fixture.restart();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.workspace().library().rowCount() > 0, 20'000);
        QVERIFY(!fixture.find<QDockWidget>(u"detailsDock"_s)->isVisible());
        QCOMPARE(fixture.window().size(), QSize(1111, 777));
        QTRY_COMPARE(fixture.find<QDockWidget>(u"libraryDock"_s)->width(), 333);
        QTest::keyClick(&fixture.window(), Qt::Key_F10);
        QTRY_VERIFY(fixture.find<QDockWidget>(u"detailsDock"_s)->isVisible());
    }

    void worksAtItsSmallest()
    {
        WindowFixture fixture;
        fixture.start();
        fixture.window().resize(1024, 640);
        QVERIFY(fixture.openAsset(u"City night drive"_s));
        QCOMPARE(fixture.window().size(), QSize(1024, 640)); // contents do not push it open
        const auto* stage = fixture.find<QWidget>(u"playerStage"_s);
        QVERIFY2(stage->height() >= 180 && stage->width() >= 320,
            qPrintable(u"%1x%2"_s.arg(stage->width()).arg(stage->height())));
        QVERIFY(fixture.find<QTableView>(u"streamTable"_s)->viewport()->height() >= 3 * 24);
    }

    void themeSwitchesLive()
    {
        WindowFixture fixture;
        fixture.start();
        fixture.find<QAction>(u"themeDark"_s)->trigger();
        const QColor dark = fixture.window().palette().color(QPalette::Window);
        fixture.find<QAction>(u"themeLight"_s)->trigger();
        const QColor light = fixture.window().palette().color(QPalette::Window);
        QVERIFY(dark.lightness() < 60 && light.lightness() > 200);
    }

    void keySheetListsEveryKey()
    {
        WindowFixture fixture;
        fixture.start();
        fixture.find<QAction>(u"menuKeys"_s)->trigger();
        auto* sheet = fixture.find<QWidget>(u"keySheet"_s);
        QVERIFY(sheet->isVisible());
        QStringList texts;
        for (const auto* label : sheet->findChildren<QLabel*>())
            texts << label->text();
        for (const auto& expected : { u"/"_s, u"F9"_s, u"F10"_s, u"Space"_s, u"Tab"_s, u"1"_s, u"["_s, u"?"_s })
            QVERIFY2(std::any_of(texts.begin(), texts.end(),
                         [&](const QString& text) { return text.split(u' ').contains(expected); }),
                qPrintable(expected));
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
