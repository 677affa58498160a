// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QPixmap>
#include <QWidget>

namespace proofreel {

//! A picture as large as there is room, with all of it in view, never blown up; its size below.
class PictureView final : public QWidget {
    Q_OBJECT
public:
    explicit PictureView(QWidget* parent = nullptr);

    //! \a original: its size in pixels before it was decoded smaller.
    void setPicture(const QImage& image, const QSize& original);
    [[nodiscard]] const QImage& picture() const { return m_image; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QImage m_image;
    QPixmap m_fitted; // for the size at hand
    QSize m_original;
};

} // namespace proofreel
