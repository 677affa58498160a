// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playback/media_sniff.h"

namespace proofreel {

MediaKind sniffMedia(const QByteArray& head, const QByteArray& contentType)
{
    if (head.isEmpty())
        return MediaKind::Empty;
    const QByteArray start = head.mid(head.startsWith("\xEF\xBB\xBF") ? 3 : 0, 512).trimmed().toLower();
    if (start.startsWith("#extm3u"))
        return MediaKind::Playlist;
    if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<head"))
        return MediaKind::WebPage;
    if (start.startsWith("<?xml") || start.startsWith("<mpd") || start.startsWith("<error")
        || start.startsWith("<smooth"))
        return start.contains("<html") ? MediaKind::WebPage : MediaKind::Xml;
    return start.startsWith('<') && contentType.startsWith("text/html") ? MediaKind::WebPage : MediaKind::Other;
}

} // namespace proofreel
