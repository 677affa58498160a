// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/catalog/asset_cell.h"

#include "catalog/asset_list_model.h"
#include "core/one_line.h"
#include "ui/catalog/asset_text.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/plain_tip.h"
#include "ui/common/row_table.h"
#include "ui/common/status_text.h"
#include "ui/common/table_columns.h"

#include <QAbstractItemView>
#include <QDateTime>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

using Model = AssetListModel;

TableCell statusCell(const QString& status)
{
    if (status == "PrepareFail"_L1)
        return {
            .text = statusText(status), .tone = Theme::Tone::Failure, .sign = icon(u"error"_s, Theme::Tone::Failure)
        };
    if (!status.isEmpty() && status != "Normal"_L1)
        return { .text = oneLine(statusText(status)),
            .tone = Theme::Tone::Warning,
            .sign = icon(u"clock"_s, Theme::Tone::Warning) };
    return { .text = statusText(status) };
}

QString timeText(const QVariant& value)
{
    return value.isValid() ? value.toDateTime().toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s) : QString();
}

QString megabytes(const QVariant& bytes)
{
    if (!bytes.isValid())
        return {};
    const double size = static_cast<double>(bytes.toLongLong()) / 1e6;
    return QLocale().toString(size, 'f', size < 10 ? 2 : 1);
}

QString longestStatus()
{
    QString longest;
    for (const QString& status : { u"Init"_s, u"Preparing"_s, u"PrepareFail"_s, u"Normal"_s }) {
        if (statusText(status).size() > longest.size())
            longest = statusText(status);
    }
    return longest;
}

QString sample(int column)
{
    switch (column) {
    case Model::TitleColumn:
        return u"A title of the usual length"_s;
    case Model::MediaIdColumn:
        return u"36c9d38e…6abc"_s;
    case Model::StatusColumn:
        return longestStatus();
    case Model::DurationColumn:
        return u"12:34:56"_s;
    case Model::SizeColumn:
        return u"12,345.6"_s;
    case Model::CategoryColumn:
    case Model::TagsColumn:
        return u"interview, night"_s;
    case Model::CreatedColumn:
    case Model::ModifiedColumn:
        return u"2026-12-30 23:59"_s;
    case Model::InputUrlColumn:
        return u"oss://bucket/folder/file.mp4"_s;
    default:
        return u"99999"_s;
    }
}

} // namespace

TableCell assetCell(const QModelIndex& index)
{
    const QVariant value = index.data();
    TableCell cell;
    switch (index.column()) {
    case Model::TitleColumn:
        cell.text = assetTitle(index);
        break;
    case Model::MediaIdColumn:
    case Model::InputUrlColumn:
        cell = { .text = oneLine(value.toString()), .kind = TableCell::Kind::Id, .tone = Theme::Tone::Secondary };
        break;
    case Model::TypeColumn:
        cell.text = oneLine(mediaTypeText(value.toString()));
        break;
    case Model::StatusColumn:
        cell = statusCell(value.toString());
        break;
    case Model::DurationColumn:
        cell = { .text = value.isValid() ? durationText(value.toDouble()) : QString(),
            .kind = TableCell::Kind::Figures };
        break;
    case Model::SizeColumn:
        cell = { .text = megabytes(value), .kind = TableCell::Kind::Figures };
        break;
    case Model::WidthColumn:
    case Model::HeightColumn:
        cell = { .text = value.isValid() ? QString::number(value.toLongLong()) : QString(),
            .kind = TableCell::Kind::Figures };
        break;
    case Model::CreatedColumn:
    case Model::ModifiedColumn:
        cell = { .text = timeText(value), .kind = TableCell::Kind::Time };
        break;
    default:
        cell.text = oneLine(value.toString());
    }
    if (cell.text.isEmpty())
        cell = { .text = u"–"_s, .kind = cell.kind, .tone = Theme::Tone::Secondary };
    return cell;
}

TableCell AssetCellDelegate::cell(const QModelIndex& index) const
{
    const TableCell cell = assetCell(index);
    const auto note = index.column() == Model::TitleColumn
        ? m_notes.constFind(index.data(Model::MediaIdRole).toString())
        : m_notes.constEnd();
    if (note == m_notes.constEnd())
        return cell;
    return { .text = cell.text + u" · "_s + note->text,
        .tone = note->tone,
        .sign = note->iconName.isEmpty() ? QIcon() : icon(note->iconName, note->tone) };
}

TableColumnSet assetColumns(const QAbstractItemModel& assets)
{
    TableColumnSet set;
    set.settingsKey = u"library/columns1"_s;
    set.firstShown = { Model::TitleColumn, Model::DurationColumn, Model::CreatedColumn, Model::SizeColumn,
        Model::WidthColumn, Model::HeightColumn, Model::StatusColumn, Model::MediaIdColumn };
    set.title = [&assets](int column) { return assets.headerData(column, Qt::Horizontal).toString(); };
    set.sample = sample;
    set.markColumn = Model::StatusColumn;
    set.markWidth = Theme::kRowHeight;
    set.sortColumn = Model::CreatedColumn;
    return set;
}

void AssetCellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (index.data(Model::IsLoadedRole).toBool()) {
        paintCell(*painter, option, index.row(), cell(index));
        return;
    }
    painter->save();
    RowTable::paintBack(*painter, option, index.row());
    const int padding = cellPadding(option.widget);
    const QRect box = option.rect.adjusted(padding, 0, -padding, 0);
    const int line = std::min(8, box.height() / 3);
    painter->setPen(Qt::NoPen);
    painter->setBrush(Theme::color(Theme::Tone::Raised));
    painter->drawRoundedRect(box.left(), box.center().y() - line / 2, box.width() * 2 / 3, line, 2, 2);
    painter->restore();
}

bool AssetCellDelegate::helpEvent(
    QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const bool isLoaded = index.data(Model::IsLoadedRole).toBool();
    QToolTip::showText(event->globalPos(), isLoaded ? plainTip(cell(index).text) : QString(), view);
    return true;
}

} // namespace proofreel
