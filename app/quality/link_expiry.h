// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <QUrl>

namespace proofreel {

struct StreamSheet;

//! Whether what reading \a url failed at is that its time is over: the server says so, or refuses a link that says so
//! itself. Not every server has words for it.
[[nodiscard]] bool meansExpired(const Error& error, const QUrl& url);

//! Whether a rendition's link, or that of its reference, was refused as one that is past its time: at once, or in the
//! middle.
[[nodiscard]] bool linkExpired(const StreamSheet& sheet);

} // namespace proofreel
