// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/sheet.h"
#include "quality/time_limit.h"
#include "streams/stream_key.h"

#include <functional>
#include <stop_token>

namespace proofreel {

class Http;

struct MeasureOptions {
    bool deep = false; //!< decode it as well
    bool delivery = true; //!< how the server hands it out
    QUrl reference; //!< PSNR and SSIM against this (deep): http, https or a file of this PC; empty: none
    QString referenceTitle; //!< what that is, for people
    QString referenceTrouble; //!< why there is none although one was asked for
    bool renewsReference = false; //!< see ScanOptions
    DeepLimit limit {}; //!< of all of it (deep): past it what is not done is an error, Timeout
    PrivateHosts allowPrivateHosts = false; //!< playlists may lead to private addresses of other hosts
};

//! What the service says of a rendition; nothing is measured.
[[nodiscard]] StreamSheet toldSheet(const StreamKey& key, const PlayInfo& info);

//! All that can be found out of one rendition. Blocks; for a worker thread. What fails is said in the sheet's parts.
//! \a progress gets 0 to 1, in the calling thread; it may be empty.
[[nodiscard]] StreamSheet measureStream(Http& http, const QString& mediaId, const StreamKey& key, const PlayInfo& info,
    const MeasureOptions& options, std::stop_token stop, const std::function<void(double)>& progress);

} // namespace proofreel
