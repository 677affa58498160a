// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playback/player.h"
#include "streams/asset_session.h"
#include "ui/player/player_actions.h"
#include "ui/player/player_panel.h"
#include "ui/player/player_stage.h"
#include "ui/player/seek_bar.h"
#include "ui/player/stats_overlay.h"
#include "ui/player/transport_bar.h"
#include "ui/player/video_view.h"
#include "window_fixture.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace proofreel;
using namespace Qt::StringLiterals;

class TestPlaybackWindow final : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowFixture> m_fixture;

    [[nodiscard]] const Player& player() const { return *m_fixture->window().playerPanel().player(); }
    [[nodiscard]] PlayerStage* stage() const { return m_stage; }
    PlayerStage* m_stage = nullptr;

    void startPlaying(const QString& title, const QString& definition, const QString& format, const QString& hdr = {})
    {
        QVERIFY(m_fixture->openAsset(title));
        QTRY_VERIFY(m_fixture->rowOf(definition, format, hdr) >= 0);
        QVERIFY(m_fixture->play(m_fixture->rowOf(definition, format, hdr)));
        m_stage = m_fixture->find<PlayerStage>(u"playerStage"_s);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(stage(), key, modifiers); }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->start();
    }
    void cleanup() { m_fixture.reset(); }

    void playsOnDoubleClickAndShowsThePicture()
    {
        startPlaying(u"City night drive"_s, u"SD"_s, u"mp4"_s);
        QCOMPARE(stage()->view(), PlayerStage::View::Video);
        const auto isPictured = [this] {
            const QImage image = stage()->video->grab().toImage();
            const QRect picture = stage()->video->pictureRect();
            int different = 0;
            for (int i = 1; i < 20; ++i)
                different += image.pixelColor(picture.left() + picture.width() * i / 20, picture.center().y())
                        != image.pixelColor(picture.left() + 2, picture.center().y())
                    ? 1
                    : 0;
            return different > 3;
        };
        QTRY_VERIFY(isPictured());
        QVERIFY(m_fixture->text(u"mediaText"_s).contains(u'×'));
        const auto* table = m_fixture->find<QTableView>(u"streamTable"_s);
        QVERIFY(table->model()->index(m_fixture->rowOf(u"SD"_s, u"mp4"_s), 0).data(StreamModel::CurrentRole).toBool());
    }

    void keysDriveThePlayer()
    {
        startPlaying(u"City night drive"_s, u"SD"_s, u"mp4"_s);
        press(Qt::Key_Space);
        QTRY_COMPARE(player().state(), Player::State::Paused);
        press(Qt::Key_Home);
        QTRY_COMPARE_WITH_TIMEOUT(player().position(), 0, 10'000);
        press(Qt::Key_Right);
        QTRY_VERIFY_WITH_TIMEOUT(std::abs(player().position() - 5000) <= 40, 10'000);
        press(Qt::Key_Right, Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(std::abs(player().position() - 6000) <= 40, 10'000);
        press(Qt::Key_Left);
        QTRY_VERIFY_WITH_TIMEOUT(std::abs(player().position() - 1000) <= 80, 10'000);
        const qint64 before = player().position();
        press(Qt::Key_Period);
        QTRY_COMPARE_WITH_TIMEOUT(player().position(), before + 40, 10'000);
        press(Qt::Key_Comma);
        QTRY_COMPARE_WITH_TIMEOUT(player().position(), before, 10'000);
        press(Qt::Key_BracketRight);
        QCOMPARE(player().rate(), 1.25);
        press(Qt::Key_BracketLeft);
        press(Qt::Key_BracketLeft);
        QCOMPARE(player().rate(), 0.75);
        press(Qt::Key_M);
        QVERIFY(player().isMuted());
        const double volume = player().volume();
        press(Qt::Key_9);
        QVERIFY(player().volume() < volume);
        press(Qt::Key_0);
        QVERIFY(!player().isMuted()); // louder means: let me hear it
        press(Qt::Key_Space);
        QTRY_COMPARE(player().state(), Player::State::Playing);
    }

    void seekBarAndTimecode()
    {
        startPlaying(u"City night drive"_s, u"SD"_s, u"mp4"_s);
        press(Qt::Key_Space);
        QTRY_COMPARE(player().state(), Player::State::Paused);
        auto* bar = m_fixture->find<SeekBar>(u"seekBar"_s);
        QTRY_COMPARE(bar->maximum(), int(player().duration()));
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->rect().center());
        const qint64 twoPixels = 2 * player().duration() / bar->width(); // in a small window a bar is coarse
        QTRY_VERIFY_WITH_TIMEOUT(
            std::abs(player().position() - player().duration() / 2) < std::max<qint64>(200, twoPixels), 10'000);
        QTRY_VERIFY(m_fixture->text(u"positionLabel"_s).count(u':') == 3);
        press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), m_fixture->text(u"positionLabel"_s));
    }

    void switchingTheRenditionGoesOnFromTheSamePlace()
    {
        startPlaying(u"City night drive"_s, u"SD"_s, u"mp4"_s);
        press(Qt::Key_Right);
        QTRY_VERIFY_WITH_TIMEOUT(player().position() >= 4900, 10'000);
        press(Qt::Key_Space);
        QTRY_COMPARE(player().state(), Player::State::Paused);
        const qint64 before = player().position();
        const QString first = player().source().key;

        auto* table = m_fixture->find<QTableView>(u"streamTable"_s);
        const QModelIndex index = table->model()->index(m_fixture->rowOf(u"HD"_s, u"mp4"_s), StreamModel::Format);
        table->scrollTo(index);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(index).center());
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(player().source().key != first && player().stats().frameSize.width() == 1920, 20'000);
        QTRY_COMPARE(player().state(), Player::State::Paused); // paused as it was
        QTRY_VERIFY2(
            std::abs(player().position() - before) <= 40, qPrintable(u"%1 %2"_s.arg(player().position()).arg(before)));
        QCOMPARE(stage()->view(), PlayerStage::View::Video);

        stage()->setFocus();
        press(Qt::Key_Tab); // and back
        QTRY_COMPARE_WITH_TIMEOUT(player().source().key, first, 20'000);
        QTRY_VERIFY(std::abs(player().position() - before) <= 40);
    }

    void anotherAssetClosesTheOldPicture()
    {
        startPlaying(u"City night drive"_s, u"SD"_s, u"mp4"_s);
        QVERIFY(m_fixture->openAsset(u"Harbour at dawn"_s));
        QTRY_COMPARE(player().state(), Player::State::Empty);
        QCOMPARE(stage()->view(), PlayerStage::View::State);
    }

    void fullScreenAndBack()
    {
        startPlaying(u"City night drive"_s, u"SD"_s, u"mp4"_s);
        const QSize before = stage()->size();
        QTest::mouseDClick(stage()->video, Qt::LeftButton, {}, stage()->video->rect().center());
        QTRY_VERIFY(stage()->isWindow() && stage()->isFullScreen());
        QTRY_VERIFY_WITH_TIMEOUT(stage()->areControlsHidden(), 10'000);
        QCOMPARE(stage()->cursor().shape(), Qt::BlankCursor);
        QTest::mouseMove(stage()->video, { 100, 100 });
        QTest::mouseMove(stage()->video, { 120, 110 });
        QTRY_VERIFY(!stage()->areControlsHidden());
        QTRY_VERIFY(stage()->isActiveWindow());
        press(Qt::Key_Space); // keys work there, too
        QTRY_COMPARE(player().state(), Player::State::Paused);
        press(Qt::Key_Escape);
        QTRY_VERIFY(!stage()->isWindow());
        QTRY_COMPARE(stage()->size(), before);
        QVERIFY(stage()->isVisible() && !stage()->areControlsHidden());
        press(Qt::Key_F);
        QTRY_VERIFY(stage()->isFullScreen() && stage()->isActiveWindow());
        press(Qt::Key_F);
        QTRY_VERIFY(!stage()->isWindow());
    }

    void volumeIsRememberedAndTheWheelTurnsIt()
    {
        startPlaying(u"City night drive"_s, u"SD"_s, u"mp4"_s);
        const double before = player().volume();
        const QPointF at = stage()->video->rect().center();
        QWheelEvent wheel(at, stage()->video->mapToGlobal(at), {}, { 0, -240 }, {}, {}, Qt::NoScrollPhase, false);
        QApplication::sendEvent(stage(), &wheel);
        QVERIFY(std::abs(player().volume() - (before - 0.1)) < 0.001);
        press(Qt::Key_BracketRight);
        m_fixture->restart();
        startPlaying(u"City night drive"_s, u"SD"_s, u"mp4"_s);
        QVERIFY(std::abs(player().volume() - (before - 0.1)) < 0.001);
        QCOMPARE(player().rate(), 1.25);
    }

    void statisticsTellWhatTheDecoderGives()
    {
        startPlaying(u"Harbour at dawn"_s, u"HD"_s, u"mp4"_s, u"HDR10"_s);
        press(Qt::Key_I);
        QVERIFY(stage()->stats->isVisible());
        QTRY_VERIFY2(stage()->stats->text().contains(u"HDR10"_s), qPrintable(stage()->stats->text()));
        press(Qt::Key_I);
        QVERIFY(!stage()->stats->isVisible());
    }

    void soundOnlyHasAViewOfItsOwn()
    {
        QVERIFY(m_fixture->openAsset(u"Podcast 112 (audio)"_s));
        QTRY_VERIFY(m_fixture->rowOf(u"SQ"_s, u"mp3"_s) >= 0);
        auto* table = m_fixture->find<QTableView>(u"streamTable"_s);
        table->setCurrentIndex(table->model()->index(m_fixture->rowOf(u"SQ"_s, u"mp3"_s), StreamModel::Format));
        QTest::keyClick(table, Qt::Key_Return);
        m_stage = m_fixture->find<PlayerStage>(u"playerStage"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stage()->view(), PlayerStage::View::Audio, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(player().position() > 200, 10'000);
    }

    void screenshotIsTheDecodedFrame()
    {
        const QTemporaryDir folder;
        QString suggested;
        m_fixture->window().playerPanel().setFilePicker(
            [&](QWidget*, const QString& name, const PlayerPanel::PathCallback& callback) {
                suggested = name;
                callback(folder.filePath(u"shot.png"_s));
            });
        startPlaying(u"City night drive"_s, u"SD"_s, u"mp4"_s);
        press(Qt::Key_Space);
        press(Qt::Key_S);
        QTRY_VERIFY(QFile::exists(folder.filePath(u"shot.png"_s)));
        QCOMPARE(QImage(folder.filePath(u"shot.png"_s)).size(), player().stats().frameSize);
        QVERIFY2(suggested.startsWith(u"City night drive 00-00-"_s), qPrintable(suggested));
    }

    void contextMenuHasWhatTheKeysHave()
    {
        startPlaying(u"City night drive"_s, u"SD"_s, u"mp4"_s);
        Q_EMIT stage()->menuRequested(stage()->mapToGlobal(QPoint(50, 50)));
        auto* menu = stage()->findChild<QMenu*>(u"playerMenu"_s);
        QVERIFY(menu && menu->isVisible());
        QVERIFY(menu->actions().contains(m_fixture->window().playerPanel().actions().screenshot));
        menu->close();
    }

    void aBareUrlPlaysWithoutAnAsset()
    {
        QVERIFY(m_fixture->openAsset(u"City night drive"_s));
        const int row = m_fixture->rowOf(u"SD"_s, u"mp4"_s);
        const auto* table = m_fixture->find<QTableView>(u"streamTable"_s);
        const auto key = StreamKey::fromString(table->model()->index(row, 0).data(StreamModel::KeyRole).toString());
        const StreamModel& streams = m_fixture->workspace().session().streams();
        const QString url = streams.at(streams.rowOf(key)).playUrl; // the table's own texts hide the signature
        m_fixture->window().openText(url);
        QTRY_VERIFY(m_fixture->window().playerPanel().player());
        QTRY_VERIFY_WITH_TIMEOUT(player().state() == Player::State::Playing && player().stats().frames > 0, 30'000);
        QVERIFY(!m_fixture->window().windowTitle().contains(u"://"_s));
        QCOMPARE(m_fixture->workspace().session().state(), AssetSession::State::Empty);
    }
};

QTEST_MAIN(TestPlaybackWindow)
#include "tst_playback_window.moc"
