// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/batch_model.h"

#include <QSet>
#include <QSortFilterProxyModel>

namespace proofreel {

//! The rows of a BatchModel, sorted by its SortRole, and only those that a person wants to see. GUI thread.
class BatchFilter final : public QSortFilterProxyModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BatchFilter)
public:
    explicit BatchFilter(BatchModel& batch, QObject* parent = nullptr);

    void setKinds(const QSet<BatchModel::Kind>& kinds); //!< empty: all
    [[nodiscard]] const QSet<BatchModel::Kind>& kinds() const { return m_kinds; }
    void setText(const QString& text); //!< in title, MediaId or worst finding; empty: all
    [[nodiscard]] bool isFiltering() const { return !m_kinds.isEmpty() || !m_text.isEmpty(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;

private:
    BatchModel& m_batch;
    QSet<BatchModel::Kind> m_kinds;
    QString m_text;
};

} // namespace proofreel
