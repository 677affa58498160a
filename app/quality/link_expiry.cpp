// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/link_expiry.h"

#include "ims/play_url.h"
#include "quality/sheet.h"

#include <algorithm>

namespace proofreel {

bool meansExpired(const Error& error, const QUrl& url)
{
    return error.kind == ErrorKind::Expired
        || (error.kind == ErrorKind::Permission && saysItIsOver(url, QDateTime::currentDateTimeUtc()));
}

bool linkExpired(const StreamSheet& sheet)
{
    const QUrl url(sheet.info.playUrl);
    if ((sheet.container && !*sheet.container && meansExpired(sheet.container->error(), url))
        || (sheet.decoded && !*sheet.decoded && meansExpired(sheet.decoded->error(), url)))
        return true;
    if (sheet.delivery && sheet.delivery->status == 403)
        return true;
    const QList<HlsPlaylist> playlists = sheet.hls ? sheet.hls->playlists : QList<HlsPlaylist>();
    return std::any_of(playlists.cbegin(), playlists.cend(), [](const HlsPlaylist& playlist) {
        return std::any_of(playlist.segments.cbegin(), playlist.segments.cend(),
            [](const HlsSegment& segment) { return segment.status == 403; });
    });
}

} // namespace proofreel
