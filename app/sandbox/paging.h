// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/api_actions.h"
#include "sandbox/search_cache.h"

#include <QJsonArray>

#include <functional>

namespace proofreel::sandbox {

//! What pages are cut of: a stretch of the catalogue, or hits in it.
struct Selection {
    qint64 first = 0, end = 0; //!< of the catalogue
    SearchCache::Hits hits; //!< newest first; null: the whole stretch
    bool ascending = false; //!< oldest first

    [[nodiscard]] qint64 size() const { return hits ? qint64(hits->size()) : end - first; }
    [[nodiscard]] qint64 indexAt(qint64 position) const
    {
        const qint64 i = ascending ? size() - 1 - position : position;
        return hits ? qint64(hits->at(i)) : first + i;
    }
};

//! One page of a selection.
struct PageCut {
    qint64 first = 0, count = 0; //!< positions in the selection
    qint64 next = 0; //!< the cursor that the next page begins with
    bool hasMore = false; //!< whether that cursor is to be sent
};

//! Where a walk through pages has come to: a position, and for the uneven-pages fault the kind of page. At most 48
//! bits.
struct Cursor {
    static constexpr int kindShift = 40;
    [[nodiscard]] static qint64 make(qint64 position, qint64 kind = 0) { return position | (kind << kindShift); }
    [[nodiscard]] static qint64 position(qint64 cursor) { return cursor & ((qint64(1) << kindShift) - 1); }
    [[nodiscard]] static qint64 kind(qint64 cursor) { return cursor >> kindShift; }
};

//! The page at \a cursor (0: the first) of \a total assets, misbehaving as \a faults say.
[[nodiscard]] PageCut cutPage(const Faults& faults, qint64 cursor, qint64 pageSize, qint64 total);

//! The total as it is told: another at every call with the moving-total fault.
[[nodiscard]] qint64 toldTotal(const ActionContext& context, qint64 total);

//! The entries of a page, each made by \a entry, with the faults of entries.
[[nodiscard]] QJsonArray pageEntries(const ActionContext& context, const Selection& selection, const PageCut& cut,
    const std::function<QJsonObject(const Asset&)>& entry);

} // namespace proofreel::sandbox
