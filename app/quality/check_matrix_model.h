// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/check_matrix.h"

#include <QAbstractTableModel>

namespace proofreel {

//! A check as a matrix: a line per rule below a line per family, a column for the ladder as a whole and
//! one per rendition, the best first. A family's line shows the worst of its rules, and can be closed. Rules that say
//! nothing of any rendition have no line. GUI thread.
class CheckMatrixModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckMatrixModel)
public:
    enum Role {
        MarkRole = Qt::UserRole, //!< int(CheckMark)
        IsFamilyRole, //!< bool: the line of a family; also in the vertical header
        IsOpenRole, //!< bool: the lines of that family are shown
        RuleRole, //!< id of the rule, or the family's name
        StreamRole, //!< StreamKey's text; empty: the ladder
        CountRole, //!< of the findings behind it
        AtMsRole, //!< double: the first moment to look at; invalid if there is none
    };

    explicit CheckMatrixModel(QObject* parent = nullptr);

    void set(const AssetSheet& sheet, const Judgement& judgement);
    void clear();
    //! Only lines and renditions with a warning or a failure.
    void setOnlyFailures(bool on);
    [[nodiscard]] bool isOnlyFailures() const { return m_onlyFailures; }
    //! Opens or closes the family that \a row belongs to. Remembered for the next set().
    void setOpen(int row, bool open);
    [[nodiscard]] bool hasFailures() const; //!< warnings count
    [[nodiscard]] bool isEmpty() const { return m_matrix.families.isEmpty(); } //!< nothing was judged
    //! What stands behind a cell; of a family: of all its rules.
    [[nodiscard]] QList<Finding> findingsAt(const QModelIndex& index) const;
    //! The cell of that rule and rendition; invalid if it is not shown.
    [[nodiscard]] QModelIndex indexOf(const QString& rule, const QString& stream) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Line {
        int family = 0;
        int rule = -1; // -1: the family's own
    };
    void layOut();
    [[nodiscard]] bool isOpen(const CheckMatrix::Family& family) const;
    [[nodiscard]] QList<Line> linesOf(int family) const; // below its own
    [[nodiscard]] CheckMark markAt(const QModelIndex& index) const;
    [[nodiscard]] QString toolTip(const QModelIndex& index) const;

    CheckMatrix m_matrix;
    QHash<QString, bool> m_wanted; // open or closed by a person, by family
    bool m_onlyFailures = false;
    QList<Line> m_lines; // that are shown
    QList<int> m_shownColumns; // into those of the matrix
};

} // namespace proofreel
