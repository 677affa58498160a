// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QSize>
#include <QUrl>

#include <optional>

namespace proofreel {

//! What an HLS playlist says (RFC 8216); every URL is absolute. Absent numbers are 0 where nothing else is said.
struct Playlist {
    struct ByteRange {
        qint64 offset = 0, length = 0;
    };
    struct Variant {
        QUrl url;
        qint64 bandwidth = 0, averageBandwidth = 0; //!< bit/s
        QSize resolution;
        double frameRate = 0;
        QString codecs; //!< RFC 6381
        QString audioGroup; //!< empty: the variant carries its own sound
        QString subtitleGroup; //!< empty: none
    };
    struct Rendition { // EXT-X-MEDIA
        QUrl url; //!< may be empty: part of the variant
        QString type; //!< AUDIO, VIDEO, SUBTITLES
        QString group;
        QString language; //!< as it is written (RFC 5646); may be empty
    };
    struct Key { // EXT-X-KEY and EXT-X-SESSION-KEY
        QString method; //!< AES-128, SAMPLE-AES…
        QUrl url;
        QByteArray iv; //!< 16 bytes; empty: the segment's number
        QString format; //!< KEYFORMAT; empty: "identity", the URL gives the 16 bytes of the key
    };
    struct Section { // EXT-X-MAP
        QUrl url;
        std::optional<ByteRange> range;
        int key = -1; //!< place in keys; -1: not encrypted
    };
    struct Segment {
        QUrl url;
        double startMs = 0;
        double durationMs = 0;
        std::optional<ByteRange> range; //!< nullopt: all of it
        bool afterDiscontinuity = false;
        int key = -1; //!< place in keys; -1: not encrypted
        int section = -1; //!< place in sections; -1: none is needed
    };
    QList<Variant> variants; //!< not empty: a master playlist
    QList<Rendition> renditions;
    QList<Segment> segments;
    QList<Key> keys;
    QList<Section> sections;
    QList<QUrl> others; //!< initialisation sections, I-frame playlists, preload hints…
    std::optional<double> targetDurationMs;
    qint64 mediaSequence = 0; //!< the first segment's number
    int version = 1;
    QString type; //!< VOD, EVENT
    bool ended = false; //!< EXT-X-ENDLIST: not live
};

//! Reads a playlist that was fetched from \a base. Errors: Protocol (not a playlist), TooLarge (more than 100,000
//! lines, or one of more than 64 KiB), Unsupported (a URL that is neither http nor https, which no player must be
//! given; its scheme is the code).
[[nodiscard]] Result<Playlist> parsePlaylist(const QByteArray& text, const QUrl& base);

//! The variant to play where only one can be: the best of those up to 1080 lines, else the smallest.
[[nodiscard]] const Playlist::Variant* chooseVariant(const Playlist& master);

//! http or https, with a host.
[[nodiscard]] bool isPlayableUrl(const QUrl& url);
//! By its path: ends with .m3u8 or .m3u.
[[nodiscard]] bool looksLikePlaylist(const QUrl& url);

} // namespace proofreel
