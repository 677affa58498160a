// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "playback/player.h"

#include <QWidget>

#include <functional>
#include <optional>

class QAction;
class QSettings;

namespace proofreel {

class PlayerActions;
class PlayerStage;

//! The player as people see it: states, errors in place, controls, keys, menu. The player itself is made when the
//! first stream is opened.
class PlayerPanel final : public QWidget {
    Q_OBJECT
public:
    using PlayerGetter = std::function<Result<Player*>()>;
    using PathCallback = std::function<void(const QString& path)>;
    //! Asks for the path of a new file and calls back unless the person cancelled. A seam for tests.
    using FilePicker = std::function<void(QWidget* parent, const QString& suggested, PathCallback callback)>;

    PlayerPanel(PlayerGetter getter, QSettings& settings, QWidget* parent = nullptr);
    ~PlayerPanel() override;

    void open(const PlaySource& source, qint64 startMs = 0, bool paused = false);
    void switchTo(const PlaySource& source); //!< same asset: goes on from where it was
    //! Plays on from \a ms (nullopt: from where it is). False: nothing is open that could, or it has failed.
    bool goTo(std::optional<qint64> ms, bool play = true);
    void close();
    //! What stands there while nothing is open; empty: what to do to play.
    void setEmptyText(const QString& title, const QString& text);
    //! An asset that is a picture: in the place of the player, which must be closed. \a original: its size in pixels.
    void showImage(const QImage& image, const QSize& original);
    void showImageLoading();
    void showImageError(const Error& error, std::function<void()> retry);
    void hideImage();
    void setFilePicker(FilePicker picker) { m_pickFile = std::move(picker); }

    [[nodiscard]] const Player* player() const { return m_player; } //!< null until something was opened
    [[nodiscard]] PlayerActions& actions() { return *m_actions; }
    [[nodiscard]] bool isFullScreenOn() const;
    [[nodiscard]] QString backendText() const; //!< "GStreamer · 1920×1080"; empty while nothing is open
    [[nodiscard]] QSize minimumSizeHint() const override;
    void addStageAction(QAction* action); //!< an action of the window that must also work in full screen

Q_SIGNALS:
    void opened(const QString& key); //!< this stream is the current one from now on
    void closed();
    void positionChanged(qint64 ms);
    void backendTextChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    bool ensurePlayer(const PlaySource& source);
    void wireActions();
    void wirePlayer();
    void onState(Player::State state);
    void onFailed(const Error& error);
    void showPicture();
    void seekBy(qint64 ms);
    void changeVolume(double by);
    void changeRate(int by);
    void saveShot();
    void popUpMenu(const QPoint& at);

    PlayerGetter m_getter;
    QSettings& m_settings;
    PlayerActions* m_actions = nullptr;
    PlayerStage* m_stage = nullptr;
    Player* m_player = nullptr;
    FilePicker m_pickFile;
    QString m_emptyTitle;
    QString m_emptyText;
};

} // namespace proofreel
