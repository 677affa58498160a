// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/batch_row.h"
#include "quality/check_mark.h"

#include <QAbstractTableModel>
#include <QHash>

#include <array>

namespace proofreel {

//! The assets of a batch in its order, each with a short summary of its result. GUI thread.
class BatchModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BatchModel)
public:
    enum Column {
        NumberColumn, //!< from 1 on
        VerdictColumn, //!< sign and words, or what it waits for
        TitleColumn, //!< the MediaId until the title is known
        MediaIdColumn,
        RenditionsColumn,
        FailuresColumn,
        WarningsColumn,
        WorstColumn,
        ElapsedColumn, //!< of measuring, all renditions added up
        ColumnCount,
    };
    enum Role {
        MediaIdRole = Qt::UserRole,
        KindRole, //!< int(Kind)
        MarkRole, //!< int(CheckMark), None while it is not checked
        SortRole, //!< number, milliseconds, text; by Kind for the verdict
        IsIdRole, //!< bool: the cell shows an id: monospace, elided in the middle
    };
    //! What a row can be, the worst last.
    enum class Kind { Waiting, Checking, Pass, Warn, Fail, Error };
    static constexpr int kKinds = 6;

    explicit BatchModel(QObject* parent = nullptr);

    //! Other assets, each once, all of them waiting but those of \a rows.
    void set(const QStringList& mediaIds, const QHash<QString, BatchRow>& rows = {});
    void put(const QString& mediaId, const BatchRow& row); //!< nothing for an id that is not there
    void setState(const QString& mediaId, BatchRow::State state);

    [[nodiscard]] const QStringList& ids() const { return m_ids; }
    [[nodiscard]] QStringList idsOf(std::initializer_list<Kind> kinds) const; //!< in the order of the batch
    [[nodiscard]] const BatchRow& at(int row) const { return m_rows.at(row); }
    [[nodiscard]] Kind kindOf(int row) const;
    [[nodiscard]] int rowOf(const QString& mediaId) const { return m_index.value(mediaId, -1); }
    [[nodiscard]] int count(Kind kind) const { return m_counts.at(size_t(kind)); }
    [[nodiscard]] int checkedCount() const; //!< whatever their verdict

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    //! "Waiting", "Checking…", or the verdict; translated.
    [[nodiscard]] static QString kindText(Kind kind);
    [[nodiscard]] static bool isFigure(int column); //!< right-aligned
    [[nodiscard]] static CheckMark kindMark(Kind kind);

Q_SIGNALS:
    void countsChanged();

private:
    void change(int row, const BatchRow& now);
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QVariant sortValue(int row, int column) const;

    QStringList m_ids;
    QList<BatchRow> m_rows;
    QHash<QString, int> m_index;
    std::array<int, kKinds> m_counts {};
};

} // namespace proofreel
