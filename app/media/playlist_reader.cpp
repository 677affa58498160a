// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/playlist_reader.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxAttributes = 100;
constexpr double maxSegmentS = 86'400;
constexpr qint64 maxBytes = 1LL << 50;

std::optional<double> millis(const QByteArray& text)
{
    const double seconds = text.trimmed().toDouble();
    return seconds > 0 && seconds < maxSegmentS ? std::optional(seconds * 1000) : std::nullopt;
}

qint64 positive(const QByteArray& text)
{
    return std::clamp<qint64>(text.toLongLong(), 0, maxBytes);
}

QSize resolution(const QByteArray& text)
{
    const qsizetype x = text.indexOf('x');
    return x < 0 ? QSize() : QSize(text.left(x).toInt(), text.mid(x + 1).toInt());
}

double frameRate(const QByteArray& text)
{
    const double rate = text.toDouble();
    return rate > 0 && rate < 10'000 ? rate : 0; // neither is "nan"
}

QString words(const QByteArray& text)
{
    return QString::fromUtf8(text.left(300));
}

QByteArray initialVector(const QByteArray& text)
{
    if (!text.startsWith("0x") && !text.startsWith("0X"))
        return {};
    const QByteArray bytes = QByteArray::fromHex(text.mid(2).right(32));
    return bytes.rightJustified(16, '\0');
}

} // namespace

// KEY=value,KEY="quoted, value"
class PlaylistReader::Attributes {
public:
    explicit Attributes(const QByteArray& text)
    {
        qsizetype at = 0;
        while (at < text.size() && m_found.size() < maxAttributes) {
            const qsizetype equals = text.indexOf('=', at);
            if (equals < 0)
                break;
            const QByteArray name = text.mid(at, equals - at).trimmed();
            qsizetype end = 0;
            if (equals + 1 < text.size() && text[equals + 1] == '"') {
                end = text.indexOf('"', equals + 2);
                if (end < 0)
                    break;
                m_found.insert(name, text.mid(equals + 2, end - equals - 2));
                end = text.indexOf(',', end);
            } else {
                end = text.indexOf(',', equals);
                m_found.insert(name, text.mid(equals + 1, (end < 0 ? text.size() : end) - equals - 1).trimmed());
            }
            if (end < 0)
                break;
            at = end + 1;
        }
    }
    QByteArray operator[](const char* name) const { return m_found.value(name); }

private:
    QHash<QByteArray, QByteArray> m_found;
};

void PlaylistReader::resolve(const QByteArray& text)
{
    m_last = m_base.resolved(QUrl(QString::fromUtf8(text)));
}

// n[@o]; without o it begins at next.
std::optional<Playlist::ByteRange> PlaylistReader::byteRange(const QByteArray& text, qint64 next) const
{
    const qsizetype mark = text.indexOf('@');
    const qint64 length = positive(text.left(mark < 0 ? text.size() : mark).trimmed());
    if (length == 0)
        return std::nullopt;
    return Playlist::ByteRange { mark < 0 ? next : positive(text.mid(mark + 1).trimmed()), length };
}

bool PlaylistReader::plainTag(const QByteArray& name, const QByteArray& value)
{
    if (name == "#EXTINF")
        m_segment.durationMs = millis(value.left(value.indexOf(','))).value_or(0);
    else if (name == "#EXT-X-ENDLIST")
        m_list.ended = true;
    else if (name == "#EXT-X-DISCONTINUITY")
        m_segment.afterDiscontinuity = true;
    else if (name == "#EXT-X-BYTERANGE")
        m_range = value.trimmed();
    else if (name == "#EXT-X-TARGETDURATION")
        m_list.targetDurationMs = millis(value);
    else if (name == "#EXT-X-MEDIA-SEQUENCE")
        m_list.mediaSequence = positive(value.trimmed());
    else if (name == "#EXT-X-VERSION")
        m_list.version = std::clamp(value.trimmed().toInt(), 1, 1000);
    else if (name == "#EXT-X-PLAYLIST-TYPE")
        m_list.type = words(value.trimmed());
    else
        return !name.startsWith("#EXT-X-");
    return true;
}

bool PlaylistReader::tag(const QByteArray& line)
{
    const qsizetype colon = line.indexOf(':');
    const QByteArray name = line.left(colon < 0 ? line.size() : colon);
    const QByteArray value = colon < 0 ? QByteArray() : line.mid(colon + 1);
    if (plainTag(name, value))
        return true;
    const Attributes values(value);
    if (name == "#EXT-X-STREAM-INF") {
        m_variant = Playlist::Variant { .url = {},
            .bandwidth = positive(values["BANDWIDTH"]),
            .averageBandwidth = positive(values["AVERAGE-BANDWIDTH"]),
            .resolution = resolution(values["RESOLUTION"]),
            .frameRate = frameRate(values["FRAME-RATE"]),
            .codecs = words(values["CODECS"]),
            .audioGroup = words(values["AUDIO"]),
            .subtitleGroup = words(values["SUBTITLES"]) };
        return true;
    }
    if (name == "#EXT-X-KEY" || name == "#EXT-X-SESSION-KEY")
        return key(values, name == "#EXT-X-KEY");
    if (name == "#EXT-X-MAP")
        return section(values);
    const QByteArray uri = values["URI"];
    if (name == "#EXT-X-MEDIA") {
        if (!uri.isEmpty())
            resolve(uri);
        m_list.renditions.append({ .url = uri.isEmpty() ? QUrl() : m_last,
            .type = words(values["TYPE"]),
            .group = words(values["GROUP-ID"]),
            .language = words(values["LANGUAGE"]) });
        return uri.isEmpty() || ok();
    }
    if (uri.isEmpty())
        return true;
    resolve(uri);
    m_list.others.append(m_last);
    return ok();
}

bool PlaylistReader::key(const Attributes& values, bool ofSegments)
{
    const QByteArray uri = values["URI"];
    if (ofSegments)
        m_segment.key = -1;
    if (uri.isEmpty())
        return true;
    resolve(uri);
    if (ofSegments)
        m_segment.key = int(m_list.keys.size());
    m_list.keys.append({ .method = words(values["METHOD"]),
        .url = m_last,
        .iv = initialVector(values["IV"]),
        .format = words(values["KEYFORMAT"]) });
    return ok();
}

bool PlaylistReader::section(const Attributes& values)
{
    const QByteArray uri = values["URI"];
    if (uri.isEmpty())
        return true;
    resolve(uri);
    m_segment.section = int(m_list.sections.size());
    m_list.sections.append({ .url = m_last, .range = byteRange(values["BYTERANGE"], 0), .key = m_segment.key });
    m_list.others.append(m_last);
    return ok();
}

bool PlaylistReader::address(const QByteArray& line)
{
    resolve(line);
    if (m_variant) {
        m_variant->url = m_last;
        m_list.variants.append(*std::exchange(m_variant, std::nullopt));
        return ok();
    }
    qint64 next = 0;
    if (!m_list.segments.isEmpty() && m_list.segments.last().url == m_last && m_list.segments.last().range)
        next = m_list.segments.last().range->offset + m_list.segments.last().range->length;
    m_segment.url = m_last;
    m_segment.startMs = m_atMs;
    m_segment.range = byteRange(std::exchange(m_range, {}), next);
    m_list.segments.append(m_segment);
    m_atMs += std::exchange(m_segment.durationMs, 0);
    m_segment.afterDiscontinuity = false; // key and section hold on
    return ok();
}

} // namespace proofreel
