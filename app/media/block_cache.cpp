// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/block_cache.h"

#include <algorithm>
#include <cstring>
#include <iterator>

namespace proofreel {

BlockCache::BlockCache(qint64 maxBytes)
    : m_maxBytes(maxBytes)
{
}

void BlockCache::insert(qint64 offset, QByteArray bytes)
{
    if (bytes.isEmpty())
        return;
    m_size += bytes.size();
    m_blocks.push_front({ offset, std::move(bytes) });
    for (auto it = std::prev(m_blocks.end()); m_size > m_maxBytes && it != m_blocks.begin();) {
        const auto old = it--;
        if (old->offset == 0)
            continue;
        m_size -= old->bytes.size();
        m_blocks.erase(old);
    }
}

qint64 BlockCache::read(qint64 offset, char* buffer, qint64 length)
{
    const auto it = std::find_if(m_blocks.begin(), m_blocks.end(),
        [offset](const Block& block) { return offset >= block.offset && offset < block.offset + block.bytes.size(); });
    if (it == m_blocks.end())
        return 0;
    m_blocks.splice(m_blocks.begin(), m_blocks, it);
    const qint64 from = offset - it->offset;
    const qint64 count = std::min(length, qint64(it->bytes.size()) - from);
    std::memcpy(buffer, it->bytes.constData() + from, size_t(count));
    return count;
}

qint64 BlockCache::holeEnd(qint64 offset, qint64 end) const
{
    for (const Block& block : m_blocks) {
        if (block.offset > offset)
            end = std::min(end, block.offset);
    }
    return end;
}

} // namespace proofreel
