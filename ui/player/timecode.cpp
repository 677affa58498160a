// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/timecode.h"

#include <algorithm>
#include <cmath>

namespace proofreel {

using namespace Qt::StringLiterals;

QString timecode(qint64 ms, double fps)
{
    ms = std::max<qint64>(ms, 0);
    const qint64 seconds = ms / 1000;
    const qint64 rest = ms % 1000;
    const auto two = [](qint64 number) { return u"%1"_s.arg(number, 2, 10, QLatin1Char('0')); };
    const QString clock = two(seconds / 3600) + u':' + two(seconds / 60 % 60) + u':' + two(seconds % 60);
    if (!(fps >= 1.0) || fps > 1000.0)
        return clock + u'.' + u"%1"_s.arg(rest, 3, 10, QLatin1Char('0'));
    // A frame's start is rounded to whole milliseconds: 33.37 ms arrives as 33 and is still frame 1 of 29.97.
    const auto frame = static_cast<qint64>(std::floor((static_cast<double>(rest) + 0.6) * fps / 1000.0));
    return clock + u':' + two(std::min(frame, static_cast<qint64>(std::ceil(fps)) - 1));
}

} // namespace proofreel
