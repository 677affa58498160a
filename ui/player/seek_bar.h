// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSlider>

namespace proofreel {

//! The position in milliseconds: click or drag to seek, the time under the pointer on hover.
class SeekBar final : public QSlider {
    Q_OBJECT
public:
    explicit SeekBar(QWidget* parent = nullptr);

    void setDuration(qint64 ms); //!< 0: unknown, then nothing can be sought
    void setPosition(qint64 ms); //!< ignored while the person drags
    void setFrameRate(double fps); //!< for the time on hover; 0 unknown

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void seekRequested(qint64 ms);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] qint64 timeAt(int x) const;
    [[nodiscard]] QRectF groove() const;
    void seekTo(int x);

    double m_fps = 0;
    int m_hover = -1; // x, -1 outside
};

} // namespace proofreel
