// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace proofreel {

//! Whether the Secret Service (GNOME Keyring and others) has an item of QtKeychain's with that service and key, locked
//! or not. False where there is no Secret Service. Blocks for up to 5 s: not for the GUI thread.
//!
//! QtKeychain 0.13 cannot tell: when the person dismisses the prompt that would unlock the keyring, reading ends with
//! EntryNotFound, and so does deleting, although the item is still there.
[[nodiscard]] bool secretServiceHolds(const QString& service, const QString& key);

} // namespace proofreel
