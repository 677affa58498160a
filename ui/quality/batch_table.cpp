// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/batch_table.h"

#include "quality/batch_filter.h"
#include "ui/common/table_columns.h"
#include "ui/common/widgets.h"
#include "ui/quality/check_look.h"

#include <QHeaderView>
#include <QKeyEvent>

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
    using Kind = TableCell::Kind;
    const int column = index.column();
    const bool isId = index.data(Model::IsIdRole).toBool();
    const bool isWaiting = index.data(Model::KindRole).toInt() == int(Model::Kind::Waiting);
    TableCell cell { .text = index.data().toString(),
        .kind = isId                  ? Kind::Id
            : Model::isFigure(column) ? Kind::Figures
                                      : Kind::Words };
    if (isId || isWaiting || column == Model::NumberColumn)
        cell.tone = Theme::Tone::Secondary;
    if (column == Model::VerdictColumn)
        cell.sign = markIcon(static_cast<CheckMark>(index.data(Model::MarkRole).toInt()));
    paintCell(*painter, option, index.row(), cell);
}

} // namespace proofreel
