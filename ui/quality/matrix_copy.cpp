// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/widgets.h"
#include "ui/quality/matrix_view.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

QList<int> upTo(int count)
{
    QList<int> all(count);
    std::iota(all.begin(), all.end(), 0);
    return all;
}

} // namespace

TextTable MatrixView::table(const QList<int>& rows, const QList<int>& columns) const
{
    QStringList head { tr("Rule") };
    for (const int column : columns)
        head.append(m_matrix.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    TextTable table { head };
    for (const int row : rows) {
        QStringList cells { m_matrix.headerData(row, Qt::Vertical, Qt::DisplayRole).toString() };
        for (const int column : columns)
            cells.append(m_matrix.index(row, column).data().toString());
        table.append(cells);
    }
    return table;
}

TextTable MatrixView::wholeTable() const
{
    return table(upTo(m_matrix.rowCount()), upTo(m_matrix.columnCount()));
}

void MatrixView::copy()
{
    const QModelIndexList chosen = selectedIndexes();
    if (chosen.size() > 1) {
        QList<int> rows, columns;
        for (const QModelIndex& index : chosen) {
            rows.append(index.row());
            columns.append(index.column());
        }
        for (QList<int>* list : { &rows, &columns }) {
            std::sort(list->begin(), list->end());
            list->erase(std::unique(list->begin(), list->end()), list->end());
        }
        copyToClipboard(asTsv(table(rows, columns)), this);
        return;
    }
    QStringList lines;
    for (const Finding& finding : m_matrix.findingsAt(currentIndex()))
        lines.append(severityName(finding.severity) + u'\t' + finding.rule + u'\t' + finding.message);
    if (lines.isEmpty() && currentIndex().isValid())
        lines.append(currentIndex().data(Qt::ToolTipRole).toString().replace(u'\n', u'\t'));
    if (!lines.isEmpty())
        copyToClipboard(lines.join(u'\n'), this);
}

void MatrixView::contextMenuEvent(QContextMenuEvent* event)
{
    const QModelIndex index = currentIndex();
    if (!index.isValid())
        return;
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QString stream = index.data(CheckMatrixModel::StreamRole).toString();
    auto* menu = new QMenu(this);
    menu->setObjectName(u"matrixMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* show = menu->addAction(tr("Show the evidence"), this, [this, index] { activate(index); });
    show->setShortcut(Qt::Key_Return);
    show->setEnabled(!m_matrix.findingsAt(index).isEmpty() && !index.data(CheckMatrixModel::IsFamilyRole).toBool());
    menu->addAction(tr("Only failures"), this, &MatrixView::onlyFailuresAsked)->setShortcut(Qt::Key_F);
    if (!stream.isEmpty()) {
        const QString label = m_matrix.headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
        menu->addSeparator();
        menu->addAction(tr("Check only %1").arg(label), this, [this, stream] { Q_EMIT checkAsked(false, stream); });
        menu->addAction(
            tr("Deep check of only %1").arg(label), this, [this, stream] { Q_EMIT checkAsked(true, stream); });
    }
    if (const QString rule = index.data(CheckMatrixModel::RuleRole).toString();
        !rule.isEmpty() && !index.data(CheckMatrixModel::IsFamilyRole).toBool())
        menu->addAction(tr("Edit this rule…"), this, [this, rule] { Q_EMIT ruleEditAsked(rule); })
            ->setObjectName(u"editRule"_s);
    menu->addSeparator();
    menu->addAction(tr("Copy"), this, &MatrixView::copy)->setShortcut(QKeySequence::Copy);
    menu->addAction(tr("Copy row"), this,
        [this, index] { copyToClipboard(asTsv(table({ index.row() }, upTo(m_matrix.columnCount()))), this); });
    menu->addAction(tr("Copy all, for a spreadsheet"), this, [this] { copyToClipboard(asTsv(wholeTable()), this); });
    menu->addAction(tr("Copy all as Markdown"), this, [this] { copyToClipboard(asMarkdown(wholeTable()), this); });
    menu->popup(byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

} // namespace proofreel
