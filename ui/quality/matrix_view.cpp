// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/matrix_view.h"

#include "ui/common/fonts.h"
#include "ui/common/widgets.h"
#include "ui/quality/matrix_parts.h"

#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace proofreel {

MatrixView::MatrixView(CheckMatrixModel& matrix, QWidget* parent)
    : QTableView(parent)
    , m_matrix(matrix)
{
    setObjectName(u"checkMatrix"_s);
    setAccessibleName(tr("Renditions and rules"));
    setVerticalHeader(new MatrixRowHeader(this));
    setHorizontalHeader(new MatrixColumnHeader(this));
    setModel(&matrix);
    setItemDelegate(new MatrixDelegate(this));
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setFrameShape(NoFrame);
    applyFont();

    connect(&matrix, &QAbstractItemModel::modelAboutToBeReset, this, &MatrixView::keepPlace);
    connect(&matrix, &QAbstractItemModel::modelReset, this, &MatrixView::returnToPlace);
    connect(verticalHeader(), &QHeaderView::sectionClicked, this, [this](int row) {
        if (m_matrix.headerData(row, Qt::Vertical, CheckMatrixModel::IsFamilyRole).toBool())
            toggle(row);
    });
    connect(this, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (selectedIndexes().size() == 1) // selecting several plays nothing
            activate(index);
    });
}

void MatrixView::applyFont()
{
    verticalHeader()->setMinimumSectionSize(proofreel::rowHeight(this));
    verticalHeader()->setDefaultSectionSize(proofreel::rowHeight(this));
    fitColumns();
}

void MatrixView::fitColumns()
{
    const auto* header = static_cast<MatrixColumnHeader*>(horizontalHeader());
    for (int column = 0; column < m_matrix.columnCount(); ++column)
        setColumnWidth(
            column, header->widthFor(m_matrix.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()));
    updateGeometries();
}

void MatrixView::keepPlace()
{
    m_resetting = true;
    if (const QModelIndex index = currentIndex(); index.isValid()) {
        m_rule = index.data(CheckMatrixModel::RuleRole).toString();
        m_stream = index.data(CheckMatrixModel::StreamRole).toString();
    }
}

void MatrixView::returnToPlace()
{
    fitColumns();
    if (const QModelIndex index = m_matrix.indexOf(m_rule, m_stream); index.isValid())
        setCurrentIndex(index);
    else if (m_matrix.rowCount() > 0)
        setCurrentIndex(m_matrix.index(0, 0));
    m_resetting = false;
}

void MatrixView::select(const QString& rule, const QString& stream)
{
    const QModelIndex index = m_matrix.indexOf(rule, stream);
    if (!index.isValid() || index == currentIndex())
        return;
    m_resetting = true;
    setCurrentIndex(index);
    m_resetting = false;
    scrollTo(index);
}

void MatrixView::toggle(int row)
{
    const QModelIndex head = m_matrix.index(row, std::max(0, currentIndex().column()));
    m_matrix.setOpen(row, !head.data(CheckMatrixModel::IsOpenRole).toBool());
    updateGeometries(); // the names may need another width
    setCurrentIndex(m_matrix.index(head.row(), head.column()));
}

void MatrixView::activate(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    if (index.data(CheckMatrixModel::IsFamilyRole).toBool()) {
        toggle(index.row());
        return;
    }
    if (!m_matrix.findingsAt(index).isEmpty())
        Q_EMIT evidenceAsked(index.data(CheckMatrixModel::RuleRole).toString(),
            index.data(CheckMatrixModel::StreamRole).toString(), index.data(CheckMatrixModel::AtMsRole));
}

bool MatrixView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll)
            || (key->key() == Qt::Key_F && key->modifiers() == Qt::NoModifier)) {
            event->accept(); // here they mean the matrix
            return true;
        }
    }
    return QTableView::event(event);
}

void MatrixView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        activate(currentIndex());
    else if (event->key() == Qt::Key_F && event->modifiers() == Qt::NoModifier)
        Q_EMIT onlyFailuresAsked();
    else if (event->key() == Qt::Key_Space)
        event->ignore(); // plays, in the main window
    else
        QTableView::keyPressEvent(event);
}

// Beyond the first column Left closes a family, beyond the last Right opens it, as in a tree.
QModelIndex MatrixView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex current = currentIndex();
    const bool isFamily = current.data(CheckMatrixModel::IsFamilyRole).toBool();
    const bool isOpen = current.data(CheckMatrixModel::IsOpenRole).toBool();
    if (action == MoveLeft && isFamily && isOpen && current.column() == 0)
        toggle(current.row());
    else if (action == MoveRight && isFamily && !isOpen && current.column() == m_matrix.columnCount() - 1)
        toggle(current.row());
    else
        return QTableView::moveCursor(action, modifiers);
    return currentIndex();
}

void MatrixView::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyFont();
}

void MatrixView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    updateGeometries(); // the names of the rules take a share of the width
}

void MatrixView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (!m_resetting && current.isValid())
        Q_EMIT cellChanged(
            current.data(CheckMatrixModel::RuleRole).toString(), current.data(CheckMatrixModel::StreamRole).toString());
}

} // namespace proofreel
