// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/catalog/asset_view.h"

#include "catalog/asset_list_model.h"
#include "catalog/cover_loader.h"
#include "ui/catalog/asset_delegate.h"

#include <QEvent>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace proofreel {

AssetView::AssetView(AssetListModel& assets, CoverLoader& covers, const AssetNotes& notes, QWidget* parent)
    : GridView(parent)
    , m_assets(assets)
    , m_covers(covers)
    , m_delegate(new AssetDelegate(covers, notes, this))
{
    setObjectName(u"assetView"_s);
    setAccessibleName(tr("Library"));
    setItemDelegate(m_delegate);
    setSelectionMode(ExtendedSelection);
    setModel(&assets);
    setMinimumCellWidth(AssetDelegate::minimumTileWidth(this));

    m_lookAround.setSingleShot(true);
    m_lookAround.setInterval(30ms);
    connect(&m_lookAround, &QTimer::timeout, this, &AssetView::lookAround);
    const auto soon = [this] { m_lookAround.start(); }; // when scrolling slows down
    connect(this, &GridView::visibleRowsChanged, this, soon);
    connect(&assets, &QAbstractItemModel::modelReset, this, soon);
    connect(&assets, &QAbstractItemModel::dataChanged, this, soon);
    connect(&covers, &CoverLoader::loaded, this, [this](const QString& mediaId) {
        if (const int row = m_assets.rowOf(mediaId); row >= 0)
            update(m_assets.index(row, 0));
    });
}

void AssetView::lookAgain()
{
    viewport()->update();
    m_lookAround.start();
}

int AssetView::cellHeight(int width) const
{
    return m_delegate->heightFor(width, this);
}

void AssetView::lookAround()
{
    QList<CoverLoader::Cover> wanted;
    const auto [first, last] = visibleRows();
    if (isVisible()) {
        for (int row = first; row <= last && row < m_assets.loadedCount(); ++row)
            wanted.append({ m_assets.at(row).mediaId, m_assets.at(row).coverUrl });
    }
    m_covers.setWanted(wanted);
}

void AssetView::showEvent(QShowEvent* event)
{
    GridView::showEvent(event);
    Q_EMIT visibleRowsChanged();
}

void AssetView::hideEvent(QHideEvent* event)
{
    GridView::hideEvent(event);
    m_lookAround.start(); // gives up what was asked for
}

void AssetView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        setMinimumCellWidth(AssetDelegate::minimumTileWidth(this));
    GridView::changeEvent(event);
}

} // namespace proofreel
