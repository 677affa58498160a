// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/playlist.h"

#include "media/playlist_reader.h"

#include <QCoreApplication>

#include <algorithm>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

struct PlaylistText {
    Q_DECLARE_TR_FUNCTIONS(Playback)
};

constexpr int maxLines = 100'000;
constexpr int maxLineBytes = 64 * 1024;

Error refused(const QUrl& url)
{
    return { .kind = ErrorKind::Unsupported,
        .code = url.scheme(),
        .message = PlaylistText::tr("The playlist points to a URL that is neither http nor https. It was not opened."),
        .advice = PlaylistText::tr("Check the packaging of this rendition.") };
}

Error tooLong()
{
    return { .kind = ErrorKind::TooLarge,
        .message = PlaylistText::tr("The playlist is too long to be played safely.") };
}

} // namespace

bool isPlayableUrl(const QUrl& url)
{
    return url.isValid() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1) && !url.host().isEmpty();
}

bool looksLikePlaylist(const QUrl& url)
{
    const QString path = url.path();
    return path.endsWith(".m3u8"_L1, Qt::CaseInsensitive) || path.endsWith(".m3u"_L1, Qt::CaseInsensitive);
}

Result<Playlist> parsePlaylist(const QByteArray& text, const QUrl& base)
{
    const QList<QByteArray> lines = text.mid(text.startsWith("\xEF\xBB\xBF") ? 3 : 0).split('\n');
    if (!lines.first().trimmed().startsWith("#EXTM3U"))
        return fail({ .kind = ErrorKind::Protocol,
            .message = PlaylistText::tr("The server's reply is not an HLS playlist."),
            .advice = PlaylistText::tr("Choose another rendition, or ask for this one to be made again.") });
    if (lines.size() > maxLines)
        return fail(tooLong());
    PlaylistReader reader(base);
    for (const QByteArray& raw : lines) {
        const QByteArray line = raw.trimmed();
        if (line.isEmpty())
            continue;
        if (line.size() > maxLineBytes)
            return fail(tooLong());
        if (!(line.startsWith('#') ? reader.tag(line) : reader.address(line)))
            return fail(refused(reader.url()));
    }
    return reader.take();
}

const Playlist::Variant* chooseVariant(const Playlist& master)
{
    const Playlist::Variant* best = nullptr;
    const auto fits = [](const Playlist::Variant& v) {
        return std::min(v.resolution.width(), v.resolution.height()) <= 1080;
    };
    for (const Playlist::Variant& variant : master.variants) {
        if (!best || (fits(variant) && !fits(*best)))
            best = &variant;
        else if (fits(variant) == fits(*best)
            && (fits(variant) ? variant.bandwidth > best->bandwidth : variant.bandwidth < best->bandwidth))
            best = &variant;
    }
    return best;
}

} // namespace proofreel
