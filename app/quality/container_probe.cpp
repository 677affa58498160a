// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/container_probe.h"

#include "core/http.h"
#include "core/network_error.h"
#include "frames/hls_text.h"
#include "frames/media_input.h"
#include "frames/mp4_offsets.h"
#include "media/playlist.h"
#include "quality/probe/av_facts.h"
#include "quality/probe/first_picture.h"
#include "quality/probe/mediainfo_facts.h"
#include "quality/probe/mediainfo_pool.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct ProbeText {
    Q_DECLARE_TR_FUNCTIONS(ContainerProbe)
};

constexpr qint64 mostBytes = 8 * 1024 * 1024; // seen by MediaInfoLib
constexpr qint64 hlsBytes = 16 * 1024 * 1024; // fetched of a playlist and its parts
constexpr qint64 hlsPackets = 1024 * 1024; // of which to learn the streams

Error noMedia(const QString& host)
{
    return { .kind = ErrorKind::Media,
        .message = ProbeText::tr("This is no media file that can be read, or it is damaged."),
        .advice = ProbeText::tr("Ask for this rendition to be made again."),
        .host = host };
}

Result<MediaFacts> factsOf(
    qint64 size, const MediaInfoHelper::Read& read, const QString& host, const std::stop_token& stop)
{
    auto fields = MediaInfoPool::shared().readFields(size, mostBytes, read, stop);
    if (!fields) {
        if (fields.error().kind == ErrorKind::Media && fields.error().host.isEmpty())
            fields.error().host = host;
        return fail(std::move(fields.error()));
    }
    MediaFacts facts = mediaInfoFacts(*fields);
    if (!facts.video && facts.audio.isEmpty())
        return fail(noMedia(host));
    facts.sizeBytes = size;
    return facts;
}

void addBitrate(MediaFacts& facts)
{
    if (facts.sizeBytes && facts.durationMs.value_or(0) > 0)
        facts.bitrateKbps = double(*facts.sizeBytes) * 8 / *facts.durationMs;
}

//! Whether libavformat reads an index of it, and so has the last word on whether it is whole.
bool hasIndex(const MediaFacts& facts)
{
    return facts.format == "mp4"_L1 || facts.format == "mov"_L1;
}

bool isTransportStream(RangedReader& reader)
{
    char sync[2] = {};
    return reader.read(0, sync, 1).value_or(0) == 1 && reader.read(188, sync + 1, 1).value_or(0) == 1 && sync[0] == 'G'
        && sync[1] == 'G';
}

// By libavformat alone: what MediaInfoLib cannot bear (see MediaInfoSession) may hide behind the heads of packets.
Result<MediaFacts> probeTransportStream(
    const std::shared_ptr<RangedReader>& reader, Http& http, const QUrl& url, std::stop_token stop, qint64 size)
{
    const auto input = MediaInput::open(http, url, std::move(stop), { .probeBytes = hlsPackets, .shared = reader });
    if (!input)
        return fail(input.error());
    MediaFacts facts = streamFacts((*input)->context());
    if (!facts.video && facts.audio.isEmpty())
        return fail(noMedia(hostAndPort(url)));
    if (facts.video)
        addFirstPicture((*input)->context(), *facts.video);
    facts.format = u"mpegts"_s;
    facts.sizeBytes = size;
    facts.durationMs = (*input)->durationMs();
    addBitrate(facts);
    return facts;
}

Result<MediaFacts> probeFile(const std::shared_ptr<RangedReader>& reader, Http& http, const QUrl& url,
    std::stop_token stop, TransferStats& stats)
{
    const auto size = reader->size();
    if (!size)
        return fail(size.error());
    if (isTransportStream(*reader))
        return probeTransportStream(reader, http, url, std::move(stop), *size);
    auto facts = factsOf(
        *size, [&reader](qint64 offset, char* buffer, qint64 length) { return reader->read(offset, buffer, length); },
        hostAndPort(url), stop);
    if (!facts)
        return facts;
    if (hasIndex(*facts)) {
        const auto input = MediaInput::open(http, url, std::move(stop), { .streamInfo = false, .shared = reader });
        if (!input)
            return fail(input.error());
        if (!hasWholeIndex((*input)->context()))
            return fail(noMedia(hostAndPort(url)));
        addIndexFacts((*input)->context(), *facts);
        stats.bytesFetched += (*input)->stats().bytesFetched;
        stats.requests += (*input)->stats().requests;
    } else {
        facts->fastStart.reset();
        // The times in a stream that is read in parts look uneven.
        if (facts->video)
            facts->video->constantFrameRate.reset();
    }
    addBitrate(*facts);
    return facts;
}

//! Of a media playlist, or of the best variant of a master.
Result<MediaFacts> probePlaylist(const std::shared_ptr<RangedReader>& reader, Http& http, const QUrl& url,
    std::stop_token stop, TransferStats& stats, const ContainerProbeOptions& options)
{
    const auto input = MediaInput::open(http, url, std::move(stop),
        { .limits = { .maxBytes = hlsBytes, .deadline = options.deadline },
            .allowPrivateHosts = options.allowPrivateHosts,
            .probeBytes = hlsPackets,
            .shared = reader,
            .kept = options.kept });
    if (!input)
        return fail(input.error());
    MediaFacts facts = streamFacts((*input)->context());
    if (facts.video)
        addFirstPicture((*input)->context(), *facts.video);
    stats.bytesFetched += (*input)->stats().bytesFetched;
    stats.requests += (*input)->stats().requests;
    if (!facts.video && facts.audio.isEmpty())
        return fail(noMedia(hostAndPort(url)));
    facts.format = u"m3u8"_s;
    const HlsSummary list = (*input)->playlist();
    facts.durationMs = list.durationMs;
    facts.encryption = list.keyMethod.isEmpty() ? u"none"_s : list.keyMethod;
    if (facts.video)
        facts.video->durationMs.reset(); // of what was looked at only
    for (AudioFacts& audio : facts.audio)
        audio.durationMs.reset();
    return facts;
}

} // namespace

Result<MediaFacts> probeContainer(Http& http, const QUrl& url, std::stop_token stop, TransferStats& stats,
    std::shared_ptr<RangedReader> shared, const ContainerProbeOptions& options)
{
    const bool own = !shared;
    if (own)
        shared = std::make_shared<RangedReader>(http, url, stop,
            RangedReader::Limits { .deadline = options.deadline, .allowPrivateHosts = options.allowPrivateHosts });
    auto facts = [&]() -> Result<MediaFacts> {
        if (const auto size = shared->size(); !size)
            return fail(size.error());
        return isPlaylistHead(*shared) ? probePlaylist(shared, http, url, stop, stats, options)
                                       : probeFile(shared, http, url, stop, stats);
    }();
    if (own) {
        stats.bytesFetched += shared->stats().bytesFetched;
        stats.requests += shared->stats().requests;
    }
    return facts;
}

Result<MediaFacts> probeBytes(const QByteArray& bytes)
{
    if (bytes.startsWith('G') && bytes.size() > 188 && bytes.at(188) == 'G')
        return fail(noMedia({}));
    auto facts = factsOf(bytes.size(),
        [&bytes](qint64 offset, char* buffer, qint64 length) -> Result<qint64> {
            const qint64 count = std::clamp<qint64>(bytes.size() - offset, 0, length);
            std::copy_n(bytes.constData() + offset, count, buffer);
            return count;
        },
        {}, {});
    if (facts)
        addBitrate(*facts);
    return facts;
}

} // namespace proofreel
