// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QSize>
#include <QUrl>

namespace proofreel {

//! What an HLS playlist names; every URL is absolute.
struct Playlist {
    struct Variant {
        QUrl url;
        qint64 bandwidth = 0;
        QSize resolution;
        QString audioGroup; //!< empty: the variant carries its own sound
    };
    struct Rendition { // EXT-X-MEDIA
        QUrl url; //!< may be empty: part of the variant
        QString type; //!< AUDIO, VIDEO, SUBTITLES
        QString group;
    };
    struct Segment {
        QUrl url;
        qint64 startMs = 0;
        qint64 durationMs = 0;
    };
    QList<Variant> variants; //!< not empty: a master playlist
    QList<Rendition> renditions;
    QList<Segment> segments;
    QList<QUrl> keys; //!< EXT-X-KEY and EXT-X-SESSION-KEY
    QList<QUrl> others; //!< initialisation sections, I-frame playlists, preload hints…
    bool ended = false; //!< EXT-X-ENDLIST: not live
};

//! Reads a playlist that was fetched from \a base. Errors: Protocol (not a playlist), TooLarge (more than 100,000
//! lines), Unsupported (a URL that is neither http nor https, which no player must be given).
[[nodiscard]] Result<Playlist> parsePlaylist(const QByteArray& text, const QUrl& base);

//! The variant to play where only one can be: the best of those up to 1080 lines, else the smallest.
[[nodiscard]] const Playlist::Variant* chooseVariant(const Playlist& master);

//! http or https, with a host.
[[nodiscard]] bool isPlayableUrl(const QUrl& url);
//! By its path: ends with .m3u8 or .m3u.
[[nodiscard]] bool looksLikePlaylist(const QUrl& url);

} // namespace proofreel
