// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/asset_row.h"

#include <QByteArray>
#include <QCache>
#include <QHash>
#include <QList>

namespace proofreel {

//! The rows of a list that may grow to a million: each batch is kept as one compressed block, and the few blocks that
//! were looked at last stay unpacked. Every asset stands in it once. About 150 bytes a row.
class AssetStore {
public:
    //! Appends those that are not in it yet, and returns how many there were. Rows without a MediaId are left out.
    int append(const QList<AssetRow>& rows);
    //! The same in two steps, for who must know beforehand how many there are: unseen() gives what append() would take.
    [[nodiscard]] QList<AssetRow> unseen(const QList<AssetRow>& rows) const;
    void appendUnseen(QList<AssetRow> rows);

    [[nodiscard]] int size() const { return m_size; }
    //! The reference holds until the next call of at().
    [[nodiscard]] const AssetRow& at(int row) const;
    [[nodiscard]] int rowOf(const QString& mediaId) const; //!< -1: not in it

private:
    struct Block {
        int first = 0;
        QByteArray packed;
    };
    using Rows = QList<AssetRow>;

    QList<Block> m_blocks;
    QHash<quint64, int> m_rowOf; //!< by a 64-bit hash of the MediaId
    mutable QCache<int, Rows> m_unpacked { 24 };
    int m_size = 0;
};

} // namespace proofreel
