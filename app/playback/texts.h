// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>

namespace proofreel {

//! The translation context of this room's texts.
struct Playback {
    Q_DECLARE_TR_FUNCTIONS(Playback)
};

} // namespace proofreel
