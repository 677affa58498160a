// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "quality/facts.h"

#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

namespace proofreel {

//! How the server hands out a rendition, seen with one ranged GET (links are signed for GET) with an Origin.
struct DeliveryFacts {
    int status = 0; //!< 206 where ranges work
    bool ranges = false; //!< answered 206 with a Content-Range that fits
    std::optional<qint64> contentLength; //!< of the whole file
    QString contentType, cacheControl;
    QString allowOrigin; //!< Access-Control-Allow-Origin; empty: none
    bool https = false; //!< of the final address
    QString redirectedTo; //!< host of the final address, if it is another
    bool downgraded = false; //!< a redirect from https to http was offered (and not followed)
    std::optional<bool> fileUrlOpen; //!< FileURL answers without a signature; nullopt: not tried
    QString trouble; //!< why there was no whole answer; empty: there was, whatever its status
};

//! One segment of a media playlist.
struct HlsSegment {
    double startMs = 0, declaredMs = 0; //!< by EXTINF
    std::optional<double> measuredMs; //!< last less first time stamp plus a frame (deep check)
    qint64 bytes = 0; //!< 0: not known
    int status = 0; //!< HTTP; 0: nobody answered
    std::optional<bool> startsWithKeyFrame;
    bool afterDiscontinuity = false; //!< EXT-X-DISCONTINUITY stands before it
    bool timeJumps = false; //!< its times do not follow the segment before, and no discontinuity says so
    QString trouble; //!< why it cannot be read; empty: it can, or was not tried
    bool unanswered = false; //!< trouble is that of the line or the server (isUnanswered()): nothing is known of it
};

//! One media playlist, with what the master says of it.
struct HlsPlaylist {
    QString name; //!< for a person: "1280x720 2000 kbit/s", or the file's name
    QUrl url;
    std::optional<double> declaredBandwidthKbps, declaredAverageKbps; //!< of the master
    QString declaredCodecs, declaredResolution; //!< "1280x720"
    std::optional<double> targetDurationMs;
    bool ended = false; //!< EXT-X-ENDLIST
    std::optional<double> peakKbps, averageKbps; //!< measured, by segments
    QString codecs, resolution; //!< measured; codecs in RFC 6381 form
    QStringList languages; //!< of its sounds: as the master has it, else the segments; empty text: not said
    bool isPlayed = false; //!< one of those that are opened to be measured: of a master, the best variant and its sound
    QList<HlsSegment> segments;
    qint64 sectionBytes = 0; //!< of the initialisation sections that were fetched
    bool segmentsCutOff = false; //!< there are more than were looked at
    bool unanswered = false; //!< as of a segment
    QString keyTrouble; //!< why a key cannot be had; empty: it can, or none is needed
    QString trouble; //!< why it cannot be read
};

struct HlsFacts {
    bool master = false;
    QList<HlsPlaylist> playlists;
    QList<SubtitleFacts> subtitles; //!< that the master offers with the best variant
    QString refusedHost; //!< of it, if it is a private host, which a person may allow (PrivateHosts)
    QString refused; //!< something in it points where nothing may be fetched (file:, a private address…): what
    QString trouble; //!< why the playlist itself cannot be read
    std::optional<Error> unanswered; //!< the first of segments and playlists that a master names
};

} // namespace proofreel
