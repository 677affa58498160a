// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QUrl>

#include <optional>

namespace proofreel {

//! What the first bytes of a reply are; nothing that came from a server is believed by its name alone.
enum class MediaKind {
    Empty,
    WebPage, //!< HTML: a login or error page in place of video
    Xml, //!< e.g. an OSS error, or a DASH manifest, which is not played
    Playlist, //!< HLS
    Sound, //!< no picture will come
    Other, //!< taken for media; the backend decides
};

[[nodiscard]] MediaKind sniffMedia(const QByteArray& head, const QByteArray& contentType);

//! What the ending of a URL's path announces: Playlist, Sound or, of a video's usual endings, Other. Empty: nothing.
[[nodiscard]] std::optional<MediaKind> kindByName(const QUrl& url);

} // namespace proofreel
