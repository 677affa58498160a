// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/asset_store.h"

#include <QIODevice>
#include <QSet>

#include <algorithm>
#include <utility>

namespace proofreel {

namespace {

constexpr int kFast = 1; // of zlib: the gain is in what the rows of one page have in common

quint64 hashOf(const QString& mediaId)
{
    return qHash(mediaId, size_t(0));
}

} // namespace

QList<AssetRow> AssetStore::unseen(const QList<AssetRow>& rows) const
{
    Rows fresh;
    QSet<quint64> seen;
    for (const AssetRow& row : rows) {
        const quint64 hash = hashOf(row.mediaId);
        if (row.mediaId.isEmpty() || m_rowOf.contains(hash) || seen.contains(hash))
            continue;
        seen.insert(hash);
        fresh.append(row);
    }
    return fresh;
}

int AssetStore::append(const QList<AssetRow>& rows)
{
    Rows fresh = unseen(rows);
    const int count = static_cast<int>(fresh.size());
    appendUnseen(std::move(fresh));
    return count;
}

void AssetStore::appendUnseen(QList<AssetRow> rows)
{
    const int count = static_cast<int>(rows.size());
    if (count == 0)
        return;
    for (int i = 0; i < count; ++i)
        m_rowOf.insert(hashOf(rows.at(i).mediaId), m_size + i);
    QByteArray plain;
    QDataStream stream(&plain, QIODevice::WriteOnly);
    stream << rows;
    m_blocks.append({ m_size, qCompress(plain, kFast) });
    m_blocks.last().packed.squeeze();
    m_size += count;
    m_unpacked.insert(static_cast<int>(m_blocks.size()) - 1, new Rows(std::move(rows)));
}

const AssetRow& AssetStore::at(int row) const
{
    Q_ASSERT(row >= 0 && row < m_size);
    const auto behind = std::upper_bound(
        m_blocks.begin(), m_blocks.end(), row, [](int wanted, const Block& block) { return wanted < block.first; });
    const auto index = static_cast<int>(behind - m_blocks.begin()) - 1;
    const Rows* rows = m_unpacked.object(index);
    if (!rows) {
        auto* unpacked = new Rows;
        const QByteArray plain = qUncompress(m_blocks.at(index).packed);
        QDataStream stream(plain);
        stream >> *unpacked;
        m_unpacked.insert(index, unpacked);
        rows = unpacked;
    }
    return rows->at(row - m_blocks.at(index).first);
}

int AssetStore::rowOf(const QString& mediaId) const
{
    return m_rowOf.value(hashOf(mediaId), -1);
}

} // namespace proofreel
