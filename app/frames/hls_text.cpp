// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frames/hls_text.h"

#include "core/network_error.h"
#include "media/fetch.h"
#include "media/playlist.h"
#include "media/reachable.h"

#include <QCoreApplication>

#include <algorithm>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

struct InputText {
    Q_DECLARE_TR_FUNCTIONS(MediaInput)
};

constexpr qint64 maxPlaylist = 4 * 1024 * 1024;

QList<QUrl> namedBy(const Playlist& list)
{
    QList<QUrl> urls = list.others;
    for (const auto& each : list.variants)
        urls += each.url;
    for (const auto& each : list.renditions)
        urls += each.url;
    for (const auto& each : list.segments)
        urls += each.url;
    for (const auto& each : list.sections)
        urls += each.url;
    for (const auto& each : list.keys)
        urls += each.url;
    urls.removeIf([](const QUrl& url) { return url.isEmpty(); });
    return urls;
}

QByteArray oneVariant(const Playlist& master)
{
    const auto& best = *std::ranges::max_element(master.variants, {}, &Playlist::Variant::bandwidth);
    const auto sound = std::ranges::find_if(master.renditions, [&](const Playlist::Rendition& rendition) {
        return rendition.type == "AUDIO"_L1 && rendition.group == best.audioGroup && !rendition.url.isEmpty();
    });
    QByteArray text = "#EXTM3U\n";
    const bool ownSound = best.audioGroup.isEmpty() || sound == master.renditions.end();
    if (!ownSound)
        text +=
            "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=\"a\",DEFAULT=YES,URI=\"" + sound->url.toEncoded() + "\"\n";
    text +=
        "#EXT-X-STREAM-INF:BANDWIDTH=" + QByteArray::number(best.bandwidth) + (ownSound ? "" : ",AUDIO=\"a\"") + '\n';
    return text + best.url.toEncoded() + '\n';
}

} // namespace

bool isPlaylistHead(RangedReader& reader)
{
    char head[10] = {};
    const auto count = reader.read(0, head, sizeof head);
    const QByteArray bytes(head, count ? *count : 0);
    return bytes.startsWith("#EXTM3U") || bytes == "\xEF\xBB\xBF#EXTM3U";
}

Result<QByteArray> readPlaylist(RangedReader& reader)
{
    const auto size = reader.size();
    if (!size)
        return fail(size.error());
    if (*size > maxPlaylist)
        return fail({ .kind = ErrorKind::TooLarge,
            .message = InputText::tr("The playlist is too long to be read safely."),
            .host = hostAndPort(reader.url()) });
    QByteArray text(*size, '\0');
    for (qint64 at = 0; at < text.size();) {
        const auto count = reader.read(at, text.data() + at, text.size() - at);
        if (!count)
            return fail(count.error());
        if (*count == 0)
            text.truncate(at);
        at += *count;
    }
    return text;
}

Result<QByteArray> hlsText(
    RangedReader& reader, bool first, const PrivateHosts& allowed, std::optional<HlsSummary>& summary)
{
    auto text = readPlaylist(reader);
    if (!text)
        return text;
    const QUrl base = reader.firstReply().finalUrl;
    const auto list = parsePlaylist(*text, base);
    if (!list)
        return fail(list.error());
    for (const QUrl& url : namedBy(*list)) {
        if (!mayFetch(url, base, allowed))
            return fail(refusedError(url));
    }
    if (!list->segments.isEmpty()) {
        const auto& last = list->segments.constLast();
        const auto key = std::ranges::find_if(list->keys, [](const auto& each) { return each.method != "NONE"_L1; });
        summary = { .durationMs = last.startMs + last.durationMs,
            .keyMethod = key == list->keys.end() ? QString() : key->method };
    }
    if (list->variants.isEmpty())
        return list->ended ? *text : *text + "\n#EXT-X-ENDLIST\n";
    if (!first)
        return fail({ .kind = ErrorKind::Protocol,
            .message = InputText::tr("The playlist leads to a playlist of playlists, again."),
            .advice = InputText::tr("Check the packaging of this rendition."),
            .host = hostAndPort(base) });
    return oneVariant(*list);
}

} // namespace proofreel
