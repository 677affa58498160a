// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/table_text.h"
#include "quality/check_matrix_model.h"

#include <QTableView>

namespace proofreel {

//! The matrix of a check: rules down (their names stay in view), renditions across. Enter or a click on a cell with a
//! finding asks for its evidence; Enter, a click or the arrow keys open and close a family.
class MatrixView final : public QTableView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MatrixView)
public:
    explicit MatrixView(CheckMatrixModel& matrix, QWidget* parent = nullptr);

    //! Goes to that cell, if it is shown, without asking for evidence.
    void select(const QString& rule, const QString& stream);
    void copy(); //!< findings of one cell, or several cells as a table

Q_SIGNALS:
    void evidenceAsked(const QString& rule, const QString& stream, const QVariant& atMs); //!< atMs: ms, or invalid
    void cellChanged(const QString& rule, const QString& stream); //!< by a person
    void onlyFailuresAsked(); //!< F: on or off
    void checkAsked(bool deep, const QString& stream); //!< of that rendition alone
    void ruleEditAsked(const QString& rule);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    [[nodiscard]] TextTable table(const QList<int>& rows, const QList<int>& columns) const;
    [[nodiscard]] TextTable wholeTable() const;
    void applyFont();
    void fitColumns();
    void activate(const QModelIndex& index);
    void toggle(int row);
    void keepPlace();
    void returnToPlace();

    CheckMatrixModel& m_matrix;
    QString m_rule, m_stream; // where the cursor was before a reset
    bool m_resetting = false;
};

} // namespace proofreel
