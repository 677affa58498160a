// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the views read of the rows.

#include "catalog/asset_list_model.h"

namespace proofreel {

namespace {

QVariant known(qint64 value)
{
    return value >= 0 ? QVariant(value) : QVariant();
}

QVariant time(qint64 ms)
{
    return ms >= 0 ? QVariant(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC)) : QVariant();
}

} // namespace

int AssetListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_store->size() + m_placeholders;
}

int AssetListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AssetListModel::value(const AssetRow& row, int column) const
{
    switch (column) {
    case TitleColumn:
        return row.title.isEmpty() ? row.mediaId : row.title;
    case MediaIdColumn:
        return row.mediaId;
    case TypeColumn:
        return row.mediaType;
    case StatusColumn:
        return row.status;
    case DurationColumn:
        return row.duration >= 0 ? QVariant(row.duration) : QVariant();
    case SizeColumn:
        return known(row.size);
    case WidthColumn:
        return known(row.width);
    case HeightColumn:
        return known(row.height);
    case CategoryColumn:
        return row.category;
    case TagsColumn:
        return row.tags;
    case SourceColumn:
        return row.source;
    case CreatedColumn:
        return time(row.createdMs);
    case ModifiedColumn:
        return time(row.modifiedMs);
    case InputUrlColumn:
        return row.inputUrl;
    default:
        return {};
    }
}

QVariant AssetListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (index.row() >= m_store->size())
        return role == IsLoadedRole ? QVariant(false) : QVariant();
    const AssetRow& row = m_store->at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return value(row, index.column());
    case Qt::AccessibleTextRole:
        return value(row, TitleColumn);
    case MediaIdRole:
        return row.mediaId;
    case TitleRole:
        return row.title;
    case MediaTypeRole:
        return row.mediaType;
    case StatusRole:
        return row.status;
    case DurationRole:
        return value(row, DurationColumn);
    case CoverUrlRole:
        return row.coverUrl;
    case CreateTimeRole:
        return value(row, CreatedColumn);
    case TagsRole:
        return row.tags;
    case InputUrlRole:
        return row.inputUrl;
    case SizeRole:
        return known(row.size);
    case WidthRole:
        return known(row.width);
    case HeightRole:
        return known(row.height);
    case IsLoadedRole:
        return true;
    default:
        return {};
    }
}

QVariant AssetListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole) {
        const bool isFigure = section >= DurationColumn && section <= HeightColumn;
        return int(Qt::AlignVCenter | (isFigure ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TitleColumn:
        return tr("Title");
    case MediaIdColumn:
        return tr("MediaId");
    case TypeColumn:
        return tr("Type");
    case StatusColumn:
        return tr("Status");
    case DurationColumn:
        return tr("Duration");
    case SizeColumn:
        return tr("Size, MB");
    case WidthColumn:
        return tr("Width");
    case HeightColumn:
        return tr("Height");
    case CategoryColumn:
        return tr("Category");
    case TagsColumn:
        return tr("Tags");
    case SourceColumn:
        return tr("Source");
    case CreatedColumn:
        return tr("Created");
    case ModifiedColumn:
        return tr("Modified");
    case InputUrlColumn:
        return tr("InputURL");
    default:
        return {};
    }
}

QHash<int, QByteArray> AssetListModel::roleNames() const
{
    return { { Qt::DisplayRole, "display" }, { MediaIdRole, "mediaId" }, { TitleRole, "title" },
        { MediaTypeRole, "mediaType" }, { StatusRole, "status" }, { DurationRole, "duration" },
        { CoverUrlRole, "coverUrl" }, { CreateTimeRole, "createTime" }, { TagsRole, "tags" },
        { InputUrlRole, "inputUrl" }, { SizeRole, "size" }, { WidthRole, "width" }, { HeightRole, "height" },
        { IsLoadedRole, "isLoaded" } };
}

} // namespace proofreel
