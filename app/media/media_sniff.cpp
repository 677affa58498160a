// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/media_sniff.h"

#include "media/playlist.h"

#include <algorithm>
#include <array>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array soundEndings { ".mp3"_L1, ".m4a"_L1, ".aac"_L1, ".flac"_L1, ".wav"_L1 };
constexpr std::array videoEndings { ".mp4"_L1, ".m4v"_L1, ".mov"_L1, ".ts"_L1, ".flv"_L1, ".webm"_L1, ".mkv"_L1 };

// An mp4 may hold anything: of that, and of what is not known here, the server's word counts.
bool isSound(const QByteArray& head, const QByteArray& type)
{
    if (head.startsWith("ID3") || head.startsWith("fLaC") || (head.startsWith("RIFF") && head.mid(8, 4) == "WAVE"))
        return true;
    // The sync word of MPEG audio and ADTS.
    if (head.size() > 1 && uchar(head[0]) == 0xFF && (uchar(head[1]) & 0xE0) == 0xE0)
        return true;
    if (head.mid(4, 8) == "ftypM4A ")
        return true;
    const QByteArray name = type.trimmed().toLower();
    return name.startsWith("audio/") && !name.contains("mpegurl");
}

} // namespace

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
    if (start.startsWith('<') && contentType.startsWith("text/html"))
        return MediaKind::WebPage;
    return isSound(head, contentType) ? MediaKind::Sound : MediaKind::Other;
}

std::optional<MediaKind> kindByName(const QUrl& url)
{
    if (looksLikePlaylist(url))
        return MediaKind::Playlist;
    const QString path = url.path();
    const auto ends = [&](QLatin1StringView ending) { return path.endsWith(ending, Qt::CaseInsensitive); };
    if (std::any_of(soundEndings.begin(), soundEndings.end(), ends))
        return MediaKind::Sound;
    if (std::any_of(videoEndings.begin(), videoEndings.end(), ends))
        return MediaKind::Other;
    return std::nullopt;
}

} // namespace proofreel
