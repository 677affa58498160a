// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedWidget;

namespace proofreel {

class AudioView;
class ErrorStrip;
class PlayerActions;
class PictureView;
class StateView;
class StatsOverlay;
class TransportBar;
class VideoView;

//! Picture, overlays and controls, and how they share the room: in the window, and alone on a full screen, where
//! controls and pointer hide after a while. Knows nothing of the player.
class PlayerStage final : public QWidget {
    Q_OBJECT
public:
    PlayerStage(PlayerActions& actions, QWidget* parent);

    enum class View { State, Video, Audio, Picture };
    void setView(View view);
    [[nodiscard]] View view() const;
    void setNote(const QString& text, int forMs = 0); //!< above the picture; empty hides; 0 ms: until replaced
    void setFullScreen(bool on);
    [[nodiscard]] bool isFullScreenStage() const { return m_home != nullptr; }
    [[nodiscard]] bool areControlsHidden() const;
    [[nodiscard]] QSize minimumSizeHint() const override;

    VideoView* video = nullptr;
    AudioView* audio = nullptr;
    PictureView* picture = nullptr;
    StateView* state = nullptr;
    ErrorStrip* strip = nullptr;
    StatsOverlay* stats = nullptr;
    TransportBar* bar = nullptr;

Q_SIGNALS:
    void fullScreenChanged(bool on);
    void doubleClicked();
    void wheelTurned(int steps);
    void menuRequested(const QPoint& globalPosition);

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void place();
    void wake();
    void fallAsleep();

    QStackedWidget* m_stack = nullptr;
    QLabel* m_note = nullptr;
    QTimer m_noteTimer;
    QTimer m_sleepTimer;
    QPointer<QWidget> m_home; // where to go back to; null in the window
    int m_wheel = 0;
};

} // namespace proofreel
