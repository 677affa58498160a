// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/catalog/asset_text.h"
#include "ui/catalog/grid_view.h"

#include <QTimer>

namespace proofreel {

class AssetDelegate;
class AssetListModel;
class CoverLoader;

//! The assets as a grid of covers. Tells the cover loader what is in view.
class AssetView final : public GridView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AssetView)
public:
    //! Nothing is owned; all outlive this.
    AssetView(AssetListModel& assets, CoverLoader& covers, const AssetNotes& notes, QWidget* parent);

    void lookAgain(); //!< the loader has no covers any more

protected:
    [[nodiscard]] int cellHeight(int width) const override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void lookAround();

    AssetListModel& m_assets;
    CoverLoader& m_covers;
    AssetDelegate* m_delegate = nullptr;
    QTimer m_lookAround;
};

} // namespace proofreel
