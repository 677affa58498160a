// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/batch_table.h"

#include "quality/batch_filter.h"
#include "ui/common/fonts.h"
#include "ui/common/table_columns.h"
#include "ui/common/widgets.h"
#include "ui/quality/check_look.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

using Model = BatchModel;

QString longestVerdict()
{
    QString longest;
    for (int kind = 0; kind < Model::kKinds; ++kind) {
        const QString text = Model::kindText(static_cast<Model::Kind>(kind));
        if (text.size() > longest.size())
            longest = text;
    }
    return longest;
}

// A typical long value; ids are elided.
QString sample(int column)
{
    switch (column) {
    case Model::VerdictColumn:
        return longestVerdict();
    case Model::TitleColumn:
        return u"A title of the usual length"_s;
    case Model::MediaIdColumn:
        return u"36c9d38e…6abc"_s;
    case Model::WorstColumn:
        return u"HD mp4: The file is 5.2 s long, PlayInfo says 5.68 s."_s;
    default:
        return u"99,999"_s;
    }
}

TableColumnSet batchColumns(const QAbstractItemModel& batch)
{
    TableColumnSet set;
    set.settingsKey = u"batch/columns1"_s;
    set.firstShown = { Model::NumberColumn, Model::VerdictColumn, Model::TitleColumn, Model::WorstColumn,
        Model::FailuresColumn, Model::WarningsColumn, Model::RenditionsColumn, Model::ElapsedColumn };
    set.title = [&batch](int column) { return batch.headerData(column, Qt::Horizontal).toString(); };
    set.sample = sample;
    set.markColumn = Model::VerdictColumn;
    set.markWidth = Theme::kRowHeight;
    set.sortColumn = Model::NumberColumn;
    set.sortOrder = Qt::AscendingOrder;
    return set;
}

} // namespace

BatchTable::BatchTable(BatchFilter& batch, QSettings& settings, QWidget* parent)
    : RowTable(parent)
    , m_batch(batch)
{
    setObjectName(u"batchTable"_s);
    setAccessibleName(tr("Assets of the batch"));
    setModel(&batch);
    setItemDelegate(new BatchCellDelegate(this));
    setContextMenuPolicy(Qt::CustomContextMenu);
    m_columns = new TableColumns(*horizontalHeader(), settings, batchColumns(batch));
    m_columns->restore();
    setSortingEnabled(true);
    connect(m_columns, &TableColumns::changed, viewport(), qOverload<>(&QWidget::update));
    connect(this, &QTableView::doubleClicked, this,
        [this](const QModelIndex& index) { Q_EMIT openAsked(index.data(Model::MediaIdRole).toString()); });
}

QStringList BatchTable::selectedIds() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList ids;
    for (const QModelIndex& index : std::as_const(rows))
        ids.append(index.data(Model::MediaIdRole).toString());
    return ids;
}

QString BatchTable::selectedText() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    const QList<int> columns = m_columns->shown();
    QStringList lines;
    for (const QModelIndex& index : std::as_const(rows)) {
        QStringList values;
        for (const int column : columns)
            values.append(index.siblingAtColumn(column).data().toString());
        lines.append(values.join(u'\t'));
    }
    return lines.join(u'\n');
}

bool BatchTable::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
        event->accept();
        return true;
    }
    return RowTable::event(event);
}

void BatchTable::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT openAsked(currentIndex().data(Model::MediaIdRole).toString());
    } else if (event->matches(QKeySequence::Copy)) {
        if (const QString text = selectedText(); !text.isEmpty())
            copyToClipboard(text, this);
    } else {
        RowTable::keyPressEvent(event);
    }
}

void BatchCellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setClipRect(option.rect);
    RowTable::paintBack(*painter, option, index.row());
    const int padding = cellPadding(option.widget);
    QRect box = option.rect.adjusted(padding, 0, -padding, 0);
    const auto kind = static_cast<Model::Kind>(index.data(Model::KindRole).toInt());
    const auto mark = static_cast<CheckMark>(index.data(Model::MarkRole).toInt());
    const bool isPending = mark == CheckMark::None;
    if (index.column() == Model::VerdictColumn && !isPending) {
        const int side = option.fontMetrics.height();
        markIcon(mark).paint(painter, QRect(box.left(), box.center().y() - side / 2, side, side));
        box.setLeft(box.left() + side + Theme::kSpace / 2);
    }
    const bool isId = index.data(Model::IsIdRole).toBool();
    const bool isFigure = Model::isFigure(index.column());
    const QFont font = isId ? monospace(scaled(option.font, kSecondarySize))
        : isFigure          ? figureFont(option.font)
                            : option.font;
    const bool isQuiet = isId || (isPending && kind == Model::Kind::Waiting) || index.column() == Model::NumberColumn;
    painter->setFont(font);
    painter->setPen(Theme::color(
        isQuiet && !option.state.testFlag(QStyle::State_Selected) ? Theme::Tone::Secondary : Theme::Tone::Text));
    painter->drawText(box, index.data(Qt::TextAlignmentRole).toInt(),
        painter->fontMetrics().elidedText(
            index.data().toString(), isId ? Qt::ElideMiddle : Qt::ElideRight, box.width()));
    painter->restore();
}

} // namespace proofreel
