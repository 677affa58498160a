// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/asset_list_model.h"
#include "playback/player.h"
#include "streams/asset_session.h"
#include "ui/player/player_panel.h"
#include "ui/player/player_stage.h"
#include "window_fixture.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace proofreel;
using namespace Qt::StringLiterals;

namespace {

QLabel* label(const QWidget* view, const QString& name)
{
    return view->findChild<QLabel*>(name);
}

//! The state view in \a room that shows an error now; null.
QWidget* shownError(const QWidget* room)
{
    for (auto* button : room->findChildren<QToolButton*>(u"stateCopy"_s)) {
        if (button->isVisible())
            return button->parentWidget();
    }
    return nullptr;
}

} // namespace

//! Each failure stands where its content would stand, with its RequestId, "Copy details" and "Try again".
class TestErrorWindow final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void libraryFaults_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<bool>("answered"); // by the service, so there is a RequestId
        QTest::newRow("forbidden") << u"forbidden"_s << true;
        QTest::newRow("bad json") << u"bad-json"_s << false;
        QTest::newRow("cut json") << u"truncate-json"_s << false;
        QTest::newRow("too large") << u"huge-json=40"_s << false;
        QTest::newRow("throttled for good") << u"throttle=1"_s << true;
        QTest::newRow("failing for good") << u"error-500=1"_s << true;
    }

    void libraryFaults()
    {
        QFETCH(const QString, fault);
        QFETCH(const bool, answered);
        sandbox::Faults faults;
        QVERIFY(!faults.set(fault));
        WindowFixture fixture(faults);
        fixture.start();
        auto* library = fixture.find<QWidget>(u"libraryPanel"_s);
        QTRY_VERIFY_WITH_TIMEOUT(shownError(library), 60'000);
        QWidget* error = shownError(library);
        QVERIFY(!label(error, u"stateText"_s)->text().isEmpty());
        QTest::mouseClick(error->findChild<QToolButton*>(u"stateCopy"_s), Qt::LeftButton);
        const QString details = QGuiApplication::clipboard()->text();
        QCOMPARE(details.contains(u"RequestId"_s), answered);
        QVERIFY(!details.contains(fixture.server().accessKeySecret()));

        fixture.setFaults({});
        QTest::mouseClick(error->findChild<QPushButton*>(u"stateAction"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.workspace().library().rowCount() > 0, 20'000);
        QTRY_VERIFY(!shownError(library));
    }

    void aFailedReloadLeavesTheStreams()
    {
        WindowFixture fixture;
        fixture.start();
        QVERIFY(fixture.openAsset(u"City night drive"_s));
        auto* table = fixture.find<QTableView>(u"streamTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 14);
        sandbox::Faults faults;
        faults.forbidden = true;
        fixture.setFaults(faults);
        fixture.workspace().session().reload();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.workspace().session().state(), AssetSession::State::Failed, 20'000);
        QTRY_VERIFY(fixture.find<QWidget>(u"streamStrip"_s)->isVisible());
        QCOMPARE(table->model()->rowCount(), 14);
        QVERIFY(table->isVisible());
        QVERIFY(fixture.text(u"lastCall"_s).contains(u"Forbidden.RAM"_s));
    }

    void unknownAssetIsSaidInItsPlace()
    {
        WindowFixture fixture;
        fixture.start();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.workspace().isConnected(), 20'000);
        fixture.window().openText(u"ffffffffffffffffffffffffffffffff"_s);
        auto* streams = fixture.find<QWidget>(u"streamPanel"_s);
        QTRY_VERIFY_WITH_TIMEOUT(shownError(streams), 20'000);
        QVERIFY(label(shownError(streams), u"stateDetails"_s)->text().contains(u"RequestId"_s));
    }

    void wrongSecretIsExplained()
    {
        WindowFixture fixture;
        qputenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "not-the-secret");
        fixture.start();
        auto* library = fixture.find<QWidget>(u"libraryPanel"_s);
        QTRY_VERIFY_WITH_TIMEOUT(shownError(library), 20'000);
        QCOMPARE(fixture.workspace().library().error().kind, ErrorKind::Signature);
        QVERIFY(!label(shownError(library), u"stateAdvice"_s)->text().isEmpty());
    }

    void aWrongClockIsMentionedAndCorrected()
    {
        sandbox::Faults faults;
        faults.clockSkewS = 3600;
        WindowFixture fixture(faults);
        fixture.start();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.workspace().library().rowCount() > 0, 20'000);
        auto* strip = fixture.find<QWidget>(u"noticeStrip"_s);
        QTRY_VERIFY(strip->isVisible());
        QVERIFY2(label(strip, u"stripText"_s)->text().contains(u"60 minute"_s),
            qPrintable(label(strip, u"stripText"_s)->text()));
    }

    void retriesAreMentioned()
    {
        sandbox::Faults faults;
        faults.throttleEvery = 2;
        WindowFixture fixture(faults);
        fixture.start();
        QStringList seen;
        const auto isThrottled = [&] {
            seen << fixture.text(u"lastCall"_s);
            return seen.constLast().contains(u"Throttling"_s);
        };
        QTRY_VERIFY_WITH_TIMEOUT(fixture.workspace().library().rowCount() > 0, 20'000);
        fixture.workspace().library().refresh();
        QTRY_VERIFY_WITH_TIMEOUT(isThrottled(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.text(u"lastCall"_s).contains(u"tries"_s), 20'000);
    }

    void mediaFaults_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("hangs") << u"hang-media"_s;
        QTest::newRow("cut at once") << u"cut-after=100"_s;
    }

    void mediaFaults()
    {
        QFETCH(const QString, fault);
        WindowFixture fixture;
        fixture.start();
        QVERIFY(fixture.openAsset(u"City night drive"_s));
        sandbox::Faults faults;
        QVERIFY(!faults.set(fault));
        fixture.setFaults(faults);
        auto* table = fixture.find<QTableView>(u"streamTable"_s);
        QTRY_VERIFY(fixture.rowOf(u"SD"_s, u"mp4"_s) >= 0);
        table->setCurrentIndex(table->model()->index(fixture.rowOf(u"SD"_s, u"mp4"_s), StreamModel::Format));
        QTest::keyClick(table, Qt::Key_Return);
        auto* stage = fixture.find<PlayerStage>(u"playerStage"_s);
        QTRY_VERIFY_WITH_TIMEOUT(shownError(stage), 60'000);
        QVERIFY(!label(shownError(stage), u"stateText"_s)->text().isEmpty());
        QVERIFY(!label(shownError(stage), u"stateDetails"_s)->text().contains(u"auth_key=1"_s));
        fixture.setFaults({});
        QTest::mouseClick(shownError(stage)->findChild<QPushButton*>(u"stateAction"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(stage->view(), PlayerStage::View::Video, 30'000);
    }

    void aMissingKeychainIsSaid()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        WindowFixture fixture({}, false);
        fixture.start();
        const auto* strip = fixture.find<QWidget>(u"keychainStrip"_s);
        QVERIFY(!strip->isVisible());
        QTest::mouseClick(fixture.find<QPushButton>(u"addAccountButton"_s), Qt::LeftButton); // asks the keychain
        QTRY_VERIFY_WITH_TIMEOUT(strip->isVisible(), 20'000);
        QVERIFY(!label(strip, u"stripText"_s)->text().isEmpty());
    }

    void nothingListensThere()
    {
        WindowFixture fixture;
        fixture.server().stop();
        fixture.start();
        auto* library = fixture.find<QWidget>(u"libraryPanel"_s);
        QTRY_VERIFY_WITH_TIMEOUT(shownError(library), 60'000);
        QCOMPARE(fixture.workspace().library().error().kind, ErrorKind::Network);
    }
};

QTEST_MAIN(TestErrorWindow)
#include "tst_error_window.moc"
