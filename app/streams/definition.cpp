// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "streams/definition.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

const QStringList& ladder()
{
    static const QStringList names { u"FD"_s, u"LD"_s, u"SD"_s, u"HD"_s, u"2K"_s, u"4K"_s, u"OD"_s, u"SQ"_s, u"HQ"_s,
        u"AUTO"_s };
    return names;
}

constexpr int kFirstSound = 7;
constexpr int kAuto = 9;

} // namespace

int definitionRank(const QString& definition)
{
    const qsizetype rank = ladder().indexOf(definition);
    return static_cast<int>(rank >= 0 ? rank : ladder().size());
}

bool definitionLess(const QString& left, const QString& right, bool bestFirst)
{
    const auto group = [](const QString& name, int rank) {
        if (name.isEmpty())
            return 4;
        return rank < kFirstSound ? 0 : rank < kAuto ? 1 : rank == kAuto ? 2 : 3;
    };
    const int leftRank = definitionRank(left);
    const int rightRank = definitionRank(right);
    const int leftGroup = group(left, leftRank);
    const int rightGroup = group(right, rightRank);
    if (leftGroup != rightGroup)
        return leftGroup < rightGroup;
    if (leftGroup == 3)
        return left < right;
    return bestFirst ? leftRank > rightRank : leftRank < rightRank;
}

} // namespace proofreel
