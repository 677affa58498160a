// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ims/credentials.h"

#include <optional>

namespace proofreel {

//! Credentials in pasted text: a line of AccessKey.csv ("id,secret", with or without the header line and other
//! columns), two words, or the JSON answer of STS AssumeRole. Nullopt for anything else, also for a single word.
[[nodiscard]] std::optional<Credentials> credentialsFromText(const QString& text);

} // namespace proofreel
