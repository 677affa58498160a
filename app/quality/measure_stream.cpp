// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/measure_stream.h"

#include "frames/hls_text.h"
#include "quality/container_probe.h"
#include "quality/decode_scan.h"
#include "quality/delivery_probe.h"
#include "quality/hls_probe.h"
#include "quality/playlist_facts.h"
#include "streams/playability.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds headersIn { 60'000 };
constexpr qint64 heldBytes = 512 * 1024; // of a playlist, between its first and its last reader

// Where each part begins and ends on the way from 0 to 1.
struct Stretch {
    double from, to;
};
struct Stretches {
    Stretch container, delivery, hls, decode;
};
constexpr Stretches byHeaders { { 0, 0.4 }, { 0.4, 0.5 }, { 0.5, 1 }, { 1, 1 } };
constexpr Stretches byDecoding { { 0, 0.03 }, { 0.03, 0.05 }, { 0.05, 0.4 }, { 0.4, 1 } };

QString labelOf(const PlayInfo& info)
{
    QStringList words { info.definition, info.format, info.hdrType };
    // What tells twins apart, short enough to stand over a column.
    if (info.narrowBandType != u"0"_s && !info.narrowBandType.isEmpty())
        words << u"NB "_s + info.narrowBandType;
    if (info.encrypt.value_or(0) != 0)
        words << (info.encryptType == u"AliyunVoDEncryption"_s ? u"AliyunVoD"_s : u"encrypted"_s);
    words.removeAll(QString());
    return words.join(u' ').left(100);
}

// What nobody but the service's own player can open, or has no address.
std::optional<Error> notFetched(const PlayInfo& info)
{
    const Playability playability = playabilityOf(info);
    if (playability == Playability::Playable || playability == Playability::Invisible) {
        if (!info.playUrl.isEmpty())
            return std::nullopt;
        return Error { .kind = ErrorKind::Unsupported, .message = playabilityText(Playability::NoUrl) };
    }
    return Error { .kind = ErrorKind::Unsupported, .message = playabilityText(playability) };
}

class Measuring {
public:
    Measuring(Http& http, StreamSheet& sheet, const MeasureOptions& options, const std::stop_token& stop,
        const std::function<void(double)>& progress)
        : m_http(http)
        , m_sheet(sheet)
        , m_url(sheet.info.playUrl)
        , m_options(options)
        , m_limit(stop)
        , m_stop(m_limit.token())
        , m_progress(progress)
        , m_stretches(options.deep ? byDecoding : byHeaders)
        , m_reader(std::make_shared<RangedReader>(http, m_url, m_stop,
              RangedReader::Limits { .deadline = headersIn, .allowPrivateHosts = options.allowPrivateHosts }))
    {
    }

    void run()
    {
        setLimit();
        // What is fetched whole for its segments serves the others as well.
        const bool segmentsFirst = m_options.deep && isPlaylistHead(*m_reader);
        if (segmentsFirst)
            lookAtSegments();
        m_sheet.container = probeContainer(m_http, m_url, m_stop, m_sheet.transfer, m_reader,
            { .allowPrivateHosts = m_options.allowPrivateHosts, .deadline = headersIn, .kept = m_kept });
        setLimit();
        report(m_stretches.container, 1);
        if (isSilent())
            return finish();
        if (m_options.delivery && !m_stop.stop_requested())
            if (auto facts = probeDelivery(*m_reader, m_sheet.info, m_http, m_stop, m_sheet.transfer))
                m_sheet.delivery = *std::move(facts);
        report(m_stretches.delivery, 1);
        if (!segmentsFirst && isPlaylist())
            lookAtSegments();
        report(m_stretches.hls, 1);
        if (m_sheet.hls && *m_sheet.container && (*m_sheet.container)->format == "m3u8"_L1)
            addPlaylistFacts(*m_sheet.hls, **m_sheet.container);
        if (m_options.deep && !m_stop.stop_requested() && !isInVain())
            decode();
        finish();
    }

private:
    void finish()
    {
        if (const auto limit = m_limit.ranOut())
            tellLate(DeepLimit::exceeded(*limit));
        const TransferStats shared = m_reader->stats();
        m_sheet.transfer.bytesFetched += shared.bytesFetched;
        m_sheet.transfer.requests += shared.requests;
        report(m_stretches.decode, 1);
    }
    //! As far as it is known how long the rendition is. Of two that say so the smaller one counts.
    void setLimit()
    {
        if (!m_options.deep)
            return;
        const auto smaller = [](auto one, auto other) {
            return one && other ? std::min(one, other) : one ? one : other;
        };
        auto durationMs = m_sheet.declared.durationMs;
        auto bytes = m_sheet.declared.sizeBytes;
        if (m_sheet.container && *m_sheet.container) {
            durationMs = smaller(durationMs, (*m_sheet.container)->durationMs);
            bytes = smaller(bytes, (*m_sheet.container)->sizeBytes);
        }
        m_limit.endAfter(m_options.limit.of(durationMs, bytes));
    }
    void tellLate(const Error& late)
    {
        if (m_sheet.container && !*m_sheet.container)
            m_sheet.container = fail(late);
        if (!m_sheet.decoded || !*m_sheet.decoded)
            m_sheet.decoded = fail(late);
    }
    //! Nothing has come in the time of a request; each of the others would be waited for as long.
    [[nodiscard]] bool isSilent() const
    {
        const Result<MediaFacts>& container = *m_sheet.container;
        return !container && container.error().kind == ErrorKind::Timeout && m_reader->stats().bytesFetched == 0;
    }
    void decode()
    {
        auto decoded = scanDecoded(m_http, m_url,
            { .reference = m_options.reference,
                .renewsReference = m_options.renewsReference,
                .allowPrivateHosts = m_options.allowPrivateHosts,
                .shared = playlistRead(),
                .kept = m_kept },
            m_stop, m_sheet.transfer, [this](double part) { report(m_stretches.decode, part); });
        if (decoded && decoded->facts.video) { // sound is compared with nothing
            if (!m_options.reference.isEmpty())
                decoded->signal.reference = m_options.referenceTitle;
            else
                decoded->signal.referenceTrouble = m_options.referenceTrouble;
        }
        if (decoded && m_sheet.hls)
            addLanguages(*m_sheet.hls, decoded->facts.audio);
        m_sheet.decoded = std::move(decoded);
    }
    void lookAtSegments()
    {
        if (m_stop.stop_requested())
            return;
        m_sheet.hls = probeHls(m_http, m_url,
            { .deep = m_options.deep,
                .allowPrivateHosts = m_options.allowPrivateHosts,
                .keep = m_kept.get(),
                .reader = m_reader.get() },
            m_stop, m_sheet.transfer, [this](double part) { report(m_stretches.hls, part); });
        if (m_stop.stop_requested())
            m_sheet.hls.reset(); // what was not asked for any more looks missing
    }
    // Never back, in whatever order the parts come.
    void report(const Stretch& stretch, double part)
    {
        m_shown = std::max(m_shown, stretch.from + (stretch.to - stretch.from) * std::clamp(part, 0.0, 1.0));
        if (m_progress)
            m_progress(m_shown);
    }
    //! Nothing decodes without a key, and little is worth to know of a part; who is silent would be waited for again.
    [[nodiscard]] bool isInVain() const
    {
        const QList<HlsPlaylist> playlists = m_sheet.hls ? m_sheet.hls->playlists : QList<HlsPlaylist>();
        const auto isLocked = [](const HlsPlaylist& playlist) { return !playlist.keyTrouble.isEmpty(); };
        const auto isUnanswered = [](const HlsPlaylist& playlist) {
            return playlist.isPlayed
                && (playlist.unanswered || std::ranges::any_of(playlist.segments, [](const HlsSegment& segment) {
                       return segment.unanswered;
                   }));
        };
        return !playlists.isEmpty()
            && (std::ranges::all_of(playlists, isLocked) || std::ranges::any_of(playlists, isUnanswered));
    }
    // With the links that the segments were fetched by: they are signed anew with each playlist. A long one is not
    // held, and asking again may come too late for its reader.
    [[nodiscard]] std::shared_ptr<RangedReader> playlistRead()
    {
        const bool isShort = m_reader->size().value_or(heldBytes + 1) <= heldBytes;
        return isShort && isPlaylistHead(*m_reader) ? m_reader : nullptr;
    }
    // Also what only says that it is one: then it is told why it is not.
    [[nodiscard]] bool isPlaylist()
    {
        return m_sheet.info.format.compare("m3u8"_L1, Qt::CaseInsensitive) == 0 || isPlaylistHead(*m_reader);
    }

    Http& m_http;
    StreamSheet& m_sheet;
    QUrl m_url;
    const MeasureOptions& m_options;
    TimeLimit m_limit; // the token is its
    const std::stop_token m_stop;
    const std::function<void(double)>& m_progress;
    const Stretches& m_stretches;
    std::shared_ptr<RangedReader> m_reader;
    double m_shown = 0;
    std::shared_ptr<KeptParts> m_kept = std::make_shared<KeptParts>(); // segments that are checked, then decoded
};

} // namespace

StreamSheet toldSheet(const StreamKey& key, const PlayInfo& info)
{
    return { .key = key.toString(), .label = labelOf(info), .info = info, .declared = declaredFacts(info) };
}

StreamSheet measureStream(Http& http, const QString& mediaId, const StreamKey& key, const PlayInfo& info,
    const MeasureOptions& options, std::stop_token stop, const std::function<void(double)>& progress)
{
    QElapsedTimer time;
    time.start();
    StreamSheet sheet = toldSheet(key.isEmpty() ? StreamKey::of(mediaId, info) : key, info);
    if (auto error = notFetched(info)) {
        sheet.container = fail(*std::move(error));
        if (progress)
            progress(1);
    } else {
        Measuring(http, sheet, options, stop, progress).run();
    }
    sheet.elapsedMs = time.elapsed();
    return sheet;
}

} // namespace proofreel
