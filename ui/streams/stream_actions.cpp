// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/streams/stream_actions.h"

#include "streams/stream_export.h"
#include "streams/stream_filter_model.h"
#include "streams/stream_model.h"
#include "ui/common/table_columns.h"
#include "ui/common/widgets.h"
#include "ui/streams/stream_table.h"

#include <QAction>
#include <QItemSelectionModel>
#include <QMenu>

#include <algorithm>

namespace proofreel {

using namespace Qt::StringLiterals;

StreamActions::StreamActions(StreamTable& table, const StreamModel& streams, const StreamFilterModel& filter)
    : QObject(&table)
    , m_table(table)
    , m_streams(streams)
    , m_filter(filter)
{
    m_play = add(u"playStream"_s, tr("Play"), &StreamActions::play);
    add(u"copyValue"_s, tr("Copy value"), &StreamActions::copyValue)->setShortcut(QKeySequence::Copy);
    add(u"copyRows"_s, tr("Copy row"), &StreamActions::copyRows)->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    add(u"copyKey"_s, tr("Copy stream key"), &StreamActions::copyKey);
    m_copyUrl = add(u"copyUrl"_s, tr("Copy PlayURL"), &StreamActions::copyUrl);
    m_copyUrl->setToolTip(tr("With its signature: whoever has it can play the stream until it expires"));
    add(u"copyCsv"_s, tr("Copy all as CSV"), &StreamActions::copyCsv);
    add(u"copyJson"_s, tr("Copy all as JSON"), &StreamActions::copyJson);
    m_table.addActions(m_actions);
    connect(&m_table, &QWidget::customContextMenuRequested, this, &StreamActions::popUp);
}

QAction* StreamActions::add(const QString& name, const QString& text, void (StreamActions::*run)())
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, run);
    m_actions.append(action);
    return action;
}

void StreamActions::popUp(const QPoint& at)
{
    const int row = sourceRow();
    if (row < 0)
        return;
    const Playability playability = m_streams.playability(row);
    m_play->setEnabled(playability == Playability::Playable);
    m_copyUrl->setEnabled(!m_streams.at(row).playUrl.isEmpty());
    auto* menu = new QMenu(&m_table);
    menu->setObjectName(u"streamMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->addActions(m_actions);
    QList<QAction*> others = m_table.actions(); // from outside, e.g. to check it
    others.removeIf([this](QAction* action) { return m_actions.contains(action); });
    QAction* separator = menu->insertSeparator(m_actions.at(1));
    menu->insertActions(separator, others);
    menu->insertSeparator(m_copyUrl);
    menu->insertSeparator(m_actions.at(m_actions.size() - 2));
    menu->popup(m_table.viewport()->mapToGlobal(at));
}

int StreamActions::sourceRow() const
{
    return m_filter.mapToSource(m_table.currentIndex()).row();
}

QList<int> StreamActions::selectedRows() const
{
    QModelIndexList indexes = m_table.selectionModel()->selectedRows();
    std::sort(indexes.begin(), indexes.end());
    QList<int> rows;
    for (const QModelIndex& index : std::as_const(indexes))
        rows.append(m_filter.mapToSource(index).row());
    return rows;
}

QList<int> StreamActions::shownRows() const
{
    QList<int> rows;
    for (int row = 0; row < m_filter.rowCount(); ++row)
        rows.append(m_filter.mapToSource(m_filter.index(row, 0)).row());
    return rows;
}

void StreamActions::play()
{
    if (m_table.currentIndex().isValid())
        Q_EMIT playAsked(m_table.currentIndex().row());
}

void StreamActions::copyValue()
{
    if (m_table.currentIndex().isValid())
        copyToClipboard(m_table.currentIndex().data(StreamModel::RawRole).toString(), &m_table);
}

void StreamActions::copyRows()
{
    QStringList lines;
    for (const int row : selectedRows())
        lines += rowAsTsv(m_streams, row, m_table.columns().shown());
    if (!lines.isEmpty())
        copyToClipboard(lines.join(u'\n'), &m_table);
}

void StreamActions::copyCsv()
{
    copyToClipboard(rowsAsCsv(m_streams, shownRows()), &m_table);
}

void StreamActions::copyJson()
{
    copyToClipboard(QString::fromUtf8(rowsAsJson(m_streams, shownRows())), &m_table);
}

void StreamActions::copyUrl()
{
    if (sourceRow() >= 0)
        copyToClipboard(m_streams.at(sourceRow()).playUrl, &m_table);
}

void StreamActions::copyKey()
{
    if (sourceRow() >= 0)
        copyToClipboard(m_streams.key(sourceRow()).toString(), &m_table);
}

} // namespace proofreel
