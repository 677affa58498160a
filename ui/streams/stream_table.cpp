// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/streams/stream_table.h"

#include "ui/common/fonts.h"
#include "ui/common/theme.h"
#include "ui/streams/stream_columns.h"
#include "ui/streams/stream_delegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

namespace proofreel {

using namespace Qt::StringLiterals;

StreamTable::StreamTable(StreamFilterModel& filter, QSettings& settings, QWidget* parent)
    : RowTable(parent)
    , m_filter(filter)
{
    setObjectName(u"streamTable"_s);
    setAccessibleName(tr("Streams"));
    setModel(&m_filter);
    setItemDelegate(new StreamDelegate(this));
    setContextMenuPolicy(Qt::CustomContextMenu);
    applyFont();

    m_columns = new TableColumns(*horizontalHeader(), settings, streamColumns(this));
    m_columns->restore();
    setSortingEnabled(true);
    connect(m_columns, &TableColumns::changed, viewport(), qOverload<>(&QWidget::update));

    connect(
        this, &QTableView::doubleClicked, this, [this](const QModelIndex& index) { Q_EMIT playAsked(index.row()); });
    connect(&m_filter, &QAbstractItemModel::layoutChanged, this, &StreamTable::layoutGroups);
    connect(&m_filter, &QAbstractItemModel::modelReset, this, &StreamTable::layoutGroups);
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, &StreamTable::layoutGroups);
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, this, &StreamTable::layoutGroups);
    connect(&m_filter, &StreamFilterModel::groupsChanged, this, &StreamTable::layoutGroups);
}

void StreamTable::applyFont()
{
    RowTable::applyFont();
    m_figureFont = proofreel::figureFont(font());
    layoutGroups();
}

// A row that starts a group is twice as high; the upper half is the heading.
void StreamTable::layoutGroups()
{
    const int plain = proofreel::rowHeight(this);
    for (int row = 0; row < m_filter.rowCount(); ++row) {
        const int wanted = m_filter.startsGroup(row) ? 2 * plain : plain;
        if (QTableView::rowHeight(row) != wanted)
            setRowHeight(row, wanted);
    }
    viewport()->update();
}

void StreamTable::paintEvent(QPaintEvent* event)
{
    RowTable::paintEvent(event);
    if (!m_filter.groupBy())
        return;
    QPainter painter(viewport());
    painter.setFont(scaled(font(), kSecondarySize, QFont::DemiBold));
    const int height = proofreel::rowHeight(this);
    const auto [first, last] = rowsInView();
    for (int row = first; row <= last; ++row) {
        if (!m_filter.startsGroup(row))
            continue;
        const QRect band(0, rowViewportPosition(row), viewport()->width(), height);
        painter.fillRect(band, palette().color(QPalette::Base));
        const QRect text = band.adjusted(cellPadding(this), 0, -cellPadding(this), 0);
        const QString label = m_filter.groupLabel(row);
        painter.setPen(Theme::color(Theme::Tone::Text));
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, label);
        painter.setPen(Theme::color(Theme::Tone::Secondary));
        const int width = painter.fontMetrics().horizontalAdvance(label + u"  "_s);
        painter.drawText(
            text.adjusted(width, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, QString::number(m_filter.groupSize(row)));
        painter.setPen(Theme::color(Theme::Tone::Line));
        painter.drawLine(band.bottomLeft(), band.bottomRight());
    }
}

void StreamTable::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT playAsked(currentIndex().row());
        event->accept();
        return;
    }
    RowTable::keyPressEvent(event);
}

void StreamTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    RowTable::currentChanged(current, previous);
    if (current.row() != previous.row() || current.isValid() != previous.isValid())
        Q_EMIT rowChanged();
}

} // namespace proofreel
