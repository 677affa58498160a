// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/table_text.h"
#include "quality/check_mark.h"

#include <QAbstractTableModel>

namespace proofreel {

//! One rendition field by field: what the service declares, what the file's headers say, what its frames and samples
//! show, and what the rules make of it. Fields that no side knows have no row. GUI thread.
class LedgerModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LedgerModel)
public:
    enum Column { Field, Declared, Container, Decoded, Mark, ColumnCount };
    enum Role {
        MarkRole = Qt::UserRole, //!< int(CheckMark), in every column
        DiffersRole, //!< bool: a rule found this row's sides to differ
        FieldIdRole, //!< "video.frameRate"
        RuleRole, //!< id of the rule that found the worst, else of the first that judged; may be empty
    };

    explicit LedgerModel(QObject* parent = nullptr);

    void set(const StreamSheet& stream, const Judgement& judgement, const PolicySettings& settings);
    void clear();
    [[nodiscard]] TextTable table(QList<int> rows) const; //!< those rows as they stand, below a heading

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString id, title;
        QString sides[3]; // by Declared, Container, Decoded
        QString rule;
        CheckMark mark = CheckMark::None;
        QString note; // rule, tolerance, messages
    };
    void judgeRow(Row& row, const QString& key, const Judgement& judgement, const PolicySettings& settings) const;

    QList<Row> m_rows;
};

} // namespace proofreel
