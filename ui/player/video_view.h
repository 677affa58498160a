// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/player/frame_scaler.h"

#include <QImage>
#include <QVideoFrame>
#include <QWidget>

namespace proofreel {

//! Shows decoded frames on a plain widget, so that controls can lie above it and any platform can show it.
class VideoView final : public QWidget {
    Q_OBJECT
public:
    explicit VideoView(QWidget* parent = nullptr);

    void showFrame(const QVideoFrame& frame);
    void clear();
    [[nodiscard]] const QVideoFrame& frame() const { return m_frame; } //!< for a screenshot; may be invalid
    [[nodiscard]] QRect pictureRect() const; //!< where the picture stands, in widget coordinates

Q_SIGNALS:
    void pictureShown(); //!< painted for the first time

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void scale();

    FrameScaler m_scaler;
    QVideoFrame m_frame;
    QImage m_image;
};

} // namespace proofreel
