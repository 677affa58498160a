// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/streams/stream_table.h"

#include "ui/common/fonts.h"
#include "ui/common/theme.h"
#include "ui/streams/stream_columns.h"
#include "ui/streams/stream_delegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace proofreel {

using namespace Qt::StringLiterals;

StreamTable::StreamTable(StreamFilterModel& filter, QSettings& settings, QWidget* parent)
    : QTableView(parent)
    , m_filter(filter)
{
    setObjectName(u"streamTable"_s);
    setAccessibleName(tr("Streams"));
    setModel(&m_filter);
    setItemDelegate(new StreamDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false); // Tab leaves the table, as everywhere
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
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
    m_figureFont = proofreel::figureFont(font());
    verticalHeader()->setMinimumSectionSize(proofreel::rowHeight(this));
    verticalHeader()->setDefaultSectionSize(proofreel::rowHeight(this));
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

// Where the columns end before the table does, a row goes on.
void StreamTable::paintRest()
{
    const int from = horizontalHeader()->length() - horizontalHeader()->offset();
    if (from >= viewport()->width() || m_filter.rowCount() == 0)
        return;
    QPainter painter(viewport());
    const int height = proofreel::rowHeight(this);
    const auto fill = [&](int row, const QColor& color) {
        const int bottom = rowViewportPosition(row) + QTableView::rowHeight(row);
        painter.fillRect(from, bottom - height, viewport()->width() - from, height, color);
    };
    const int count = m_filter.rowCount();
    if (m_hovered >= 0 && m_hovered < count)
        fill(m_hovered, Theme::color(Theme::Tone::Hover));
    for (const QModelIndex& index : selectionModel()->selectedRows(m_columns->shown().constFirst()))
        fill(index.row(), palette().color(QPalette::Highlight));
}

void StreamTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    viewport()->update(); // the rest of the rows, too
}

void StreamTable::paintEvent(QPaintEvent* event)
{
    paintRest();
    QTableView::paintEvent(event);
    if (!m_filter.groupBy())
        return;
    QPainter painter(viewport());
    painter.setFont(scaled(font(), kSecondarySize, QFont::DemiBold));
    const int height = proofreel::rowHeight(this);
    const int last = rowAt(viewport()->height() - 1);
    for (int row = std::max(rowAt(0), 0); row < m_filter.rowCount() && (last < 0 || row <= last); ++row) {
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
    QTableView::keyPressEvent(event);
}

void StreamTable::mouseMoveEvent(QMouseEvent* event)
{
    QTableView::mouseMoveEvent(event);
    hover(rowAt(event->position().toPoint().y()));
}

void StreamTable::leaveEvent(QEvent* event)
{
    QTableView::leaveEvent(event);
    hover(-1);
}

void StreamTable::hover(int row)
{
    if (std::exchange(m_hovered, row) != row)
        viewport()->update();
}

void StreamTable::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyFont();
}

void StreamTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row() || current.isValid() != previous.isValid())
        Q_EMIT rowChanged();
}

} // namespace proofreel
