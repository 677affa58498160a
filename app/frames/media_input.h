// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "frames/hls_text.h"
#include "media/kept_parts.h"
#include "media/ranged_reader.h"

#include <memory>
#include <stop_token>

struct AVFormatContext;

namespace proofreel {

struct MediaInputOptions {
    //! Bytes and time for the media with all its parts.
    RangedReader::Limits limits { .maxBytes = -1 };
    PrivateHosts allowPrivateHosts = false; //!< a playlist may name hosts of private networks
    int maxParts = 30'000; //!< files that are opened for it: segments, playlists, keys
    bool streamInfo = true; //!< read packets until each stream is known; false: what the headers say must do
    qint64 probeBytes = 0; //!< for that, at most; 0: libav's own 5 MB
    //! Reads the URL itself, where somebody has done so before: nothing is fetched twice. Not counted in stats().
    std::shared_ptr<RangedReader> shared {};
    std::shared_ptr<KeptParts> kept {}; //!< parts that need not be fetched
};

//! Whether an error of reading ends all that is read of a medium; else only the part in which it happened.
[[nodiscard]] bool endsAll(const Error& error);

//! A media URL opened by libavformat, all of it through Http: the file itself, or an HLS playlist with its parts, keys
//! and AES-128. Of a master playlist the best variant and its sound are opened. A playlist without end is read as far
//! as it goes now.
//!
//! Hostile media: only http and https are fetched, a private host by nobody but itself; formats that name other files
//! are not known here; playlists in playlists, parts, bytes and time are bounded; no libav line reaches the console.
//! Blocking, for a worker thread, one thread at a time. Errors: those of RangedReader; Unsupported (points where
//! nothing may be fetched); Media (no format that is known, or damaged).
class MediaInput {
public:
    [[nodiscard]] static Result<std::unique_ptr<MediaInput>> open(
        Http& http, const QUrl& url, std::stop_token stop, const MediaInputOptions& options = {});
    ~MediaInput();
    MediaInput(const MediaInput&) = delete;
    MediaInput& operator=(const MediaInput&) = delete;

    [[nodiscard]] AVFormatContext* context(); //!< to read packets from; owned here
    [[nodiscard]] TransferStats stats() const;
    [[nodiscard]] std::optional<double> durationMs() const; //!< as libavformat has it
    [[nodiscard]] bool isPlaylist() const;
    [[nodiscard]] HlsSummary playlist() const; //!< of the first media playlist that was opened; empty of a file
    //! What \a averror of a call on the context means: the network's trouble, if that is behind it.
    [[nodiscard]] Error lastError(int averror) const;

private:
    class Private;
    explicit MediaInput(std::unique_ptr<Private> made);
    std::unique_ptr<Private> d;
};

} // namespace proofreel
