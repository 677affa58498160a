// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/catalog/asset_delegate.h"
#include "ui/catalog/grid_view.h"

#include <QTimer>

namespace proofreel {

class AssetListModel;

//! The assets as a grid of covers or as a list. Tells the cover loader and the model what is in view.
class AssetView final : public GridView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AssetView)
public:
    AssetView(AssetListModel& assets, CoverLoader& covers, QWidget* parent);

    void setShape(AssetDelegate::Shape shape);
    //! Marks that asset as the open one without opening it; it is looked for again after every reload.
    void setOpenAsset(const QString& mediaId);

Q_SIGNALS:
    //! A person wants that asset: by click or Enter at once, by the arrow keys when they come to rest.
    void assetActivated(const QString& mediaId);

protected:
    [[nodiscard]] int cellHeight(int width) const override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void lookAround();
    void open(const QModelIndex& index);
    void openIfOther(const QModelIndex& index);
    void markOpenAsset();
    void copy(int role);

    AssetListModel& m_assets;
    CoverLoader& m_covers;
    AssetDelegate* m_delegate = nullptr;
    QTimer m_lookAround;
    QTimer m_rest;
    QString m_openAsset;
    bool m_marking = false;
};

} // namespace proofreel
