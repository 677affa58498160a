// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <list>

namespace proofreel {

//! Pieces of a file that were fetched lately; the oldest unused go first, save the one at the file's start: what reads
//! a file comes back to its head.
class BlockCache {
public:
    //! \a maxBytes: kept at most, the newest block in any case.
    explicit BlockCache(qint64 maxBytes);

    void insert(qint64 offset, QByteArray bytes);
    //! Copies what is there from \a offset on, at most \a length bytes of one block. 0: nothing is.
    [[nodiscard]] qint64 read(qint64 offset, char* buffer, qint64 length);
    //! Start of the first block behind \a offset, else \a end: how far a hole goes.
    [[nodiscard]] qint64 holeEnd(qint64 offset, qint64 end) const;
    [[nodiscard]] qint64 size() const { return m_size; } //!< bytes

private:
    struct Block {
        qint64 offset;
        QByteArray bytes;
    };
    qint64 m_maxBytes, m_size = 0;
    std::list<Block> m_blocks; // last used first
};

} // namespace proofreel
