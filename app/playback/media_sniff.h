// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace proofreel {

//! What the first bytes of a reply are; nothing that came from a server is believed by its name alone.
enum class MediaKind {
    Empty,
    WebPage, //!< HTML: a login or error page in place of video
    Xml, //!< e.g. an OSS error, or a DASH manifest, which is not played
    Playlist, //!< HLS
    Other, //!< taken for media; the backend decides
};

[[nodiscard]] MediaKind sniffMedia(const QByteArray& head, const QByteArray& contentType);

} // namespace proofreel
