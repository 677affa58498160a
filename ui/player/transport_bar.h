// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/player/player_actions.h"

#include <QWidget>

class QLabel;
class QMenu;
class QSlider;
class QToolButton;

namespace proofreel {

class SeekBar;

//! The row of controls under the picture. Knows nothing of the player: the panel wires both.
class TransportBar final : public QWidget {
    Q_OBJECT
public:
    explicit TransportBar(PlayerActions& actions, QWidget* parent = nullptr);

    void setPosition(qint64 ms);
    void setDuration(qint64 ms);
    void setFrameRate(double fps); //!< 0: unknown, then milliseconds are shown instead of frames
    void setVolume(double volume, bool muted);
    void setRate(double rate);
    void setAvailable(bool on);

    [[nodiscard]] QMenu* speedMenu() const { return m_speedMenu; }
    [[nodiscard]] QString timecodeText() const;
    [[nodiscard]] QSize minimumSizeHint() const override;

    static constexpr double kRates[] { 0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 4.0 };

Q_SIGNALS:
    void seekRequested(qint64 ms);
    void volumeRequested(double volume);
    void rateRequested(double rate);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void makeSpeedMenu();
    void applyFonts();
    void dropWhatDoesNotFit();

    SeekBar* m_seek = nullptr;
    QSlider* m_volume = nullptr;
    QLabel* m_position = nullptr;
    QLabel* m_duration = nullptr;
    QToolButton* m_speed = nullptr;
    QMenu* m_speedMenu = nullptr;
    double m_fps = 0;
    qint64 m_positionMs = 0;
    qint64 m_durationMs = 0;
};

} // namespace proofreel
