// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/catalog/asset_text.h"

#include <QStyledItemDelegate>

namespace proofreel {

class CoverLoader;

//! Paints an asset as a tile: cover above two lines.
class AssetDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AssetDelegate)
public:
    AssetDelegate(const CoverLoader& covers, const AssetNotes& notes, QObject* parent);

    //! Of a tile of that width, in that widget's font.
    [[nodiscard]] int heightFor(int width, const QWidget* view) const;
    //! The least width at which a tile can be read.
    [[nodiscard]] static int minimumTileWidth(const QWidget* view);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintCover(QPainter& painter, const QRect& box, const QModelIndex& index) const;
    void paintSkeleton(QPainter& painter, const QRect& cover, const QRect& text) const;
    void paintBadge(QPainter& painter, const QRect& box, const QStyleOptionViewItem& option, const QString& text) const;
    void paintText(
        QPainter& painter, const QRect& box, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    const CoverLoader& m_covers;
    const AssetNotes& m_notes;
};

} // namespace proofreel
