// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/table_columns.h"

#include "ui/common/fonts.h"

#include <QAction>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace proofreel {

using namespace Qt::StringLiterals;

TableColumns::TableColumns(QHeaderView& header, QSettings& settings, TableColumnSet set)
    : QObject(&header)
    , m_header(header)
    , m_settings(settings)
    , m_set(std::move(set))
    , m_menu(new QMenu(&header))
{
    m_menu->setObjectName(u"columnMenu"_s);
    m_header.setSectionsMovable(true);
    m_header.setFirstSectionMovable(true);
    m_header.setSectionsClickable(true);
    m_header.setSortIndicatorShown(true);
    m_header.setHighlightSections(false);
    m_header.setStretchLastSection(false);
    m_header.setContextMenuPolicy(Qt::CustomContextMenu);
    m_header.setToolTip(tr("Right-click to choose columns"));

    connect(m_menu, &QMenu::aboutToShow, this, &TableColumns::fillMenu);
    connect(&m_header, &QWidget::customContextMenuRequested, this,
        [this](const QPoint& at) { m_menu->popup(m_header.mapToGlobal(at)); });
    connect(&m_header, &QHeaderView::sectionMoved, this, &TableColumns::save);
    connect(&m_header, &QHeaderView::sectionResized, this, &TableColumns::save);
    connect(&m_header, &QHeaderView::sortIndicatorChanged, this, &TableColumns::save);
}

void TableColumns::restore()
{
    const QByteArray state = m_settings.value(m_set.settingsKey).toByteArray();
    reset();
    if (!state.isEmpty() && (!m_header.restoreState(state) || shown().isEmpty()))
        reset();
    m_header.setSectionsMovable(true); // a saved state brings its own flags
    m_header.setSectionsClickable(true);
    m_header.setSortIndicatorShown(true);
    m_header.setStretchLastSection(false);
    m_restored = true;
    fillMenu();
    Q_EMIT changed();
}

void TableColumns::reset()
{
    const QWidget* table = m_header.parentWidget() ? m_header.parentWidget() : &m_header; // cells are in its font
    const int pad = 2 * cellPadding(table);
    QList<int> order = m_set.firstShown;
    for (int column = 0; column < m_header.count(); ++column) {
        if (!order.contains(column))
            order.append(column);
    }
    for (int visual = 0; visual < order.size(); ++visual)
        m_header.moveSection(m_header.visualIndex(order.at(visual)), visual);
    for (int column = 0; column < m_header.count(); ++column) {
        m_header.setSectionHidden(column, !m_set.firstShown.contains(column));
        const QFontMetrics metrics = m_header.fontMetrics();
        const int title = metrics.horizontalAdvance(m_set.title(column)) + metrics.height(); // the sort arrow
        const int value = QFontMetrics(figureFont(table->font())).horizontalAdvance(m_set.sample(column));
        const int mark = column == m_set.markColumn ? m_set.markWidth : 0;
        m_header.resizeSection(column, std::max(title, value + mark) + pad);
    }
    m_header.setSortIndicator(m_set.sortColumn, m_set.sortOrder);
    save();
    Q_EMIT changed();
}

QList<int> TableColumns::shown() const
{
    QList<int> columns;
    for (int visual = 0; visual < m_header.count(); ++visual) {
        const int column = m_header.logicalIndex(visual);
        if (!m_header.isSectionHidden(column))
            columns.append(column);
    }
    return columns;
}

bool TableColumns::isFirst(int column) const
{
    for (int visual = 0; visual < m_header.count(); ++visual) {
        const int logical = m_header.logicalIndex(visual);
        if (!m_header.isSectionHidden(logical))
            return logical == column;
    }
    return false;
}

void TableColumns::fillMenu()
{
    m_menu->clear();
    const QList<int> visible = shown();
    for (int column = 0; column < m_header.count(); ++column) {
        QAction* action = m_menu->addAction(m_set.title(column).replace(u'&', u"&&"_s));
        action->setObjectName(u"column_%1"_s.arg(column));
        action->setCheckable(true);
        action->setChecked(visible.contains(column));
        action->setEnabled(visible != QList<int> { column }); // the last one stays
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            m_header.setSectionHidden(column, !on);
            save();
            Q_EMIT changed();
        });
    }
    m_menu->addSeparator();
    QAction* resetAction = m_menu->addAction(tr("Reset columns"));
    resetAction->setObjectName(u"resetColumns"_s);
    connect(resetAction, &QAction::triggered, this, &TableColumns::reset);
}

void TableColumns::save()
{
    if (m_restored)
        m_settings.setValue(m_set.settingsKey, m_header.saveState());
}

} // namespace proofreel
