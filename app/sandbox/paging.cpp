// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/paging.h"

#include <algorithm>

namespace proofreel::sandbox {

using namespace Qt::StringLiterals;

PageCut cutPage(const Faults& faults, qint64 cursor, qint64 pageSize, qint64 total)
{
    const qint64 position = Cursor::position(cursor);
    PageCut cut { position, pageSize, 0, false };
    qint64 kind = 0;
    if (faults.unevenPages) {
        const qint64 sizes[] = { (pageSize + 1) / 2, 0, pageSize + pageSize / 2 + 1 };
        cut.count = sizes[Cursor::kind(cursor) % 3];
        kind = (Cursor::kind(cursor) + 1) % 3;
    }
    // Never so many that the walk would not get on.
    if (faults.duplicateRows)
        cut.first -= std::min({ qint64(2), position, std::max<qint64>(cut.count - 1, 0) });
    cut.first = std::min(cut.first, total);
    cut.count = std::min(cut.count, total - cut.first);
    cut.next = Cursor::make(cut.first + cut.count, kind);
    cut.hasMore = cut.first + cut.count < total;
    if (faults.repeatToken && position >= 2 * pageSize) {
        cut.next = cursor;
        cut.hasMore = true;
    }
    return cut;
}

qint64 toldTotal(const ActionContext& context, qint64 total)
{
    if (!context.faults.movingTotal)
        return total;
    const qint64 off = context.call % 17 + 1;
    return std::max<qint64>(0, context.call % 2 ? total + off : total - off);
}

QJsonArray pageEntries(const ActionContext& context, const Selection& selection, const PageCut& cut,
    const std::function<QJsonObject(const Asset&)>& entry)
{
    QJsonArray list;
    for (qint64 i = 0; i < cut.count; ++i) {
        QJsonObject one = entry(context.catalog.asset(selection.indexAt(cut.first + i)));
        if (context.faults.hugeTitleMiB > 0 && i == 0) {
            QJsonObject basic = one["MediaBasicInfo"_L1].toObject();
            basic.insert("Title"_L1, QString(qsizetype(context.faults.hugeTitleMiB) << 20, u'x'));
            one.insert("MediaBasicInfo"_L1, basic);
        }
        if (context.faults.noBasicInfo > 0 && (cut.first + i + 1) % context.faults.noBasicInfo == 0)
            one.remove("MediaBasicInfo"_L1);
        list.append(one);
    }
    return list;
}

} // namespace proofreel::sandbox
