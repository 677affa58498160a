// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "media/reachable.h"

#include <QByteArray>
#include <QUrl>

#include <stop_token>

namespace proofreel {

class Http;

//! The picture of a rendition at \a atMs from its first picture on, as a small JPEG for reports and lists, at most
//! \a maxWidth wide. Fetches only what is needed for it. Blocks, for a worker thread. Errors: those of MediaInput,
//! FrameReader and frameJpeg().
[[nodiscard]] Result<QByteArray> evidenceJpeg(Http& http, const QUrl& url, double atMs, int maxWidth,
    const std::stop_token& stop, const PrivateHosts& allowPrivateHosts = false);

} // namespace proofreel
