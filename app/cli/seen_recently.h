// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <memory>

namespace proofreel::cli {

//! Remembers texts by their fingerprints, in 512 KiB whatever their number: the newest always, older ones until
//! another takes their place. Besides, one text is held until twice as many have passed, then the newest in its stead,
//! so that a list that goes round in circles of any length is found out some time (Brent).
class SeenRecently {
public:
    //! Notes it; true if it is known.
    bool add(QStringView text);

private:
    static constexpr size_t kPlaces = 65'536;
    std::unique_ptr<std::array<quint64, kPlaces>> m_places = std::make_unique<std::array<quint64, kPlaces>>();
    quint64 m_held = 0;
    quint64 m_passed = 0;
    quint64 m_patience = 1;
};

} // namespace proofreel::cli
