// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/playlist.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <cmath>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

struct PlaylistText {
    Q_DECLARE_TR_FUNCTIONS(Playback)
};

constexpr int maxLines = 100'000;

Error refused(const QUrl& url)
{
    return { .kind = ErrorKind::Unsupported,
        .code = url.scheme(),
        .message = PlaylistText::tr("The playlist points to a URL that is neither http nor https. It was not opened."),
        .advice = PlaylistText::tr("Check the packaging of this rendition.") };
}

// KEY=value,KEY="quoted, value"
QHash<QByteArray, QByteArray> attributes(const QByteArray& text)
{
    QHash<QByteArray, QByteArray> found;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype equals = text.indexOf('=', at);
        if (equals < 0)
            break;
        const QByteArray name = text.mid(at, equals - at).trimmed();
        qsizetype end = 0;
        if (equals + 1 < text.size() && text[equals + 1] == '"') {
            end = text.indexOf('"', equals + 2);
            if (end < 0)
                break;
            found.insert(name, text.mid(equals + 2, end - equals - 2));
            end = text.indexOf(',', end);
        } else {
            end = text.indexOf(',', equals);
            found.insert(name, text.mid(equals + 1, (end < 0 ? text.size() : end) - equals - 1).trimmed());
        }
        if (end < 0)
            break;
        at = end + 1;
    }
    return found;
}

QSize resolution(const QByteArray& text)
{
    const qsizetype x = text.indexOf('x');
    return x < 0 ? QSize() : QSize(text.left(x).toInt(), text.mid(x + 1).toInt());
}

class Reader {
public:
    explicit Reader(const QUrl& base)
        : m_base(base)
    {
    }

    //! False when the line names an address that is refused; see url().
    bool tag(const QByteArray& line)
    {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.left(colon < 0 ? line.size() : colon);
        const QByteArray value = colon < 0 ? QByteArray() : line.mid(colon + 1);
        if (name == "#EXTINF") {
            const double seconds = value.left(value.indexOf(',')).toDouble();
            m_segmentMs = seconds > 0 && seconds < 86'400 ? std::llround(seconds * 1000) : 0;
            return true;
        }
        if (name == "#EXT-X-ENDLIST") {
            list.ended = true;
            return true;
        }
        if (!name.startsWith("#EXT-X-"))
            return true;
        const auto values = attributes(value);
        if (name == "#EXT-X-STREAM-INF") {
            m_variant = { .url = {},
                .bandwidth = values.value("BANDWIDTH").toLongLong(),
                .resolution = resolution(values.value("RESOLUTION")),
                .audioGroup = QString::fromUtf8(values.value("AUDIO")) };
            m_variantOpen = true;
            return true;
        }
        const QByteArray uri = values.value("URI");
        if (name == "#EXT-X-MEDIA") {
            list.renditions.append({ .url = uri.isEmpty() ? QUrl() : resolve(uri),
                .type = QString::fromUtf8(values.value("TYPE")),
                .group = QString::fromUtf8(values.value("GROUP-ID")) });
            return uri.isEmpty() || ok();
        }
        if (uri.isEmpty())
            return true;
        const bool key = name == "#EXT-X-KEY" || name == "#EXT-X-SESSION-KEY";
        (key ? list.keys : list.others).append(resolve(uri));
        return ok();
    }

    bool address(const QByteArray& line)
    {
        const QUrl url = resolve(line);
        if (std::exchange(m_variantOpen, false)) {
            m_variant.url = url;
            list.variants.append(m_variant);
        } else {
            list.segments.append({ .url = url, .startMs = m_atMs, .durationMs = m_segmentMs });
            m_atMs += std::exchange(m_segmentMs, 0);
        }
        return ok();
    }

    [[nodiscard]] QUrl url() const { return m_last; }
    Playlist list;

private:
    QUrl resolve(const QByteArray& text)
    {
        m_last = m_base.resolved(QUrl(QString::fromUtf8(text)));
        return m_last;
    }
    [[nodiscard]] bool ok() const { return isPlayableUrl(m_last); }

    QUrl m_base;
    QUrl m_last;
    Playlist::Variant m_variant;
    bool m_variantOpen = false;
    qint64 m_segmentMs = 0;
    qint64 m_atMs = 0;
};

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
        return fail({ .kind = ErrorKind::TooLarge,
            .message = PlaylistText::tr("The playlist is too long to be played safely.") });
    Reader reader(base);
    for (const QByteArray& raw : lines) {
        const QByteArray line = raw.trimmed();
        if (line.isEmpty())
            continue;
        if (!(line.startsWith('#') ? reader.tag(line) : reader.address(line)))
            return fail(refused(reader.url()));
    }
    return reader.list;
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
