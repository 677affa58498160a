// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/seen_recently.h"

#include <QHashFunctions>

namespace proofreel::cli {

bool SeenRecently::add(QStringView text)
{
    static_assert(sizeof(size_t) == 8);
    const quint64 print = qHash(text, 0x9e3779b9) | 1; // never 0, which marks an empty place
    quint64& place = (*m_places)[(print >> 1) % kPlaces];
    const bool known = print == std::exchange(place, print) || print == m_held;
    if (++m_passed == m_patience) {
        m_held = print;
        m_passed = 0;
        m_patience *= 2;
    }
    return known;
}

} // namespace proofreel::cli
