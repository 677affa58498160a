// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/scan/media_scan.h"

#include "frames/media_input.h"
#include "quality/scan/audio_scan.h"
#include "quality/scan/packet_rates.h"
#include "quality/scan/scan_part.h"
#include "quality/scan/video_scan.h"

#include <QCoreApplication>

#include <algorithm>

using namespace std::chrono_literals;

namespace proofreel {

namespace {

struct ScanText {
    Q_DECLARE_TR_FUNCTIONS(MediaScan)
};

Error noneDecodable(const QString& why)
{
    return { .kind = ErrorKind::Media,
        .code = why,
        .message = ScanText::tr("Neither picture nor sound of this file can be decoded."),
        .advice = ScanText::tr("Ask for this rendition to be made again.") };
}

constexpr int MostIdle = 10'000; // calls in a row that give neither packet nor end

class MediaScan {
public:
    MediaScan(const ScanSource& source, const std::stop_token& stop, const std::function<void(double)>& progress)
        : m_source(source)
        , m_stop(stop)
        , m_progress(progress)
        , m_readFaults(0)
        , m_readLog([this](const QString& line) { m_readFaults.line(line); })
    {
    }
    Result<void> open(const ScanOptions& options);
    Result<void> run();
    Result<DecodedFacts> result();

private:
    Result<void> readAll();
    Result<void> readEnded(int status);
    void route(PacketPtr packet);
    void report();
    bool isHeld(const AVPacket* packet); // false: the file is not that large
    [[nodiscard]] Error cancelled() const;
    void gatherFaults(SignalFacts& signal, double originMs) const;

    const ScanSource& m_source;
    const std::stop_token& m_stop;
    const std::function<void(double)>& m_progress;
    QString m_referenceTrouble;
    double m_durationMs = 0;
    int64_t m_fileBytes = 0; // 0: not known
    int64_t m_packets = 0, m_bytes = 0;
    FaultLog m_readFaults;
    AvLog m_readLog;
    PacketRates m_rates;
    std::optional<ScanPart<VideoScan>> m_video;
    std::optional<ScanPart<AudioScan>> m_audio;
    std::chrono::steady_clock::time_point m_reported;
};

Result<void> MediaScan::open(const ScanOptions& options)
{
    AVFormatContext* media = m_source.media;
    const int video = videoStreamOf(media);
    const int audio = audioStreamOf(media, video);
    if (video < 0 && audio < 0)
        return fail(noneDecodable({}));
    for (unsigned i = 0; i < media->nb_streams; ++i) {
        const auto index = static_cast<int>(i);
        media->streams[i]->discard = index == video || index == audio ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
    }
    if (!m_source.inParts && media->pb)
        m_fileBytes = avio_size(media->pb);
    if (media->duration > 0)
        m_durationMs = static_cast<double>(media->duration) / 1000;
    if (video >= 0) {
        std::unique_ptr<PictureCompare> compare;
        if (m_source.reference) {
            auto opened = PictureCompare::open(m_source.reference, m_stop);
            if (opened)
                compare = std::move(*opened);
            else
                m_referenceTrouble = opened.error().message;
        }
        m_video.emplace(media->streams[video], m_stop);
        if (auto opened = m_video->open(options, std::move(compare)); !opened)
            return opened;
    }
    if (audio >= 0) {
        m_audio.emplace(media->streams[audio], m_stop);
        if (auto opened = m_audio->open(options); !opened) {
            if (!m_video)
                return opened;
            m_audio->faults.damaged(0, opened.error().message); // the picture can be measured all the same
        }
    }
    return {};
}

Result<void> MediaScan::run()
{
    auto read = readAll();
    for (PacketLane* lane : { m_video && m_video->lane ? &*m_video->lane : nullptr,
             m_audio && m_audio->lane ? &*m_audio->lane : nullptr }) {
        if (!lane)
            continue;
        lane->end();
        while (!lane->waitDone(100ms))
            report();
    }
    m_readFaults.finish();
    if (m_stop.stop_requested())
        return fail(cancelled());
    return read;
}

Result<void> MediaScan::readAll()
{
    const AvLog::Here here(m_readLog);
    for (int idle = 0; !m_stop.stop_requested();) {
        PacketPtr packet(av_packet_alloc());
        if (!packet)
            return fail(noneDecodable(avErrorText(-ENOMEM)));
        const int status = av_read_frame(m_source.media, packet.get());
        if (status == TryAgain && ++idle < MostIdle)
            continue;
        if (status < 0)
            return readEnded(status);
        idle = 0;
        if (!isHeld(packet.get())) {
            m_readFaults.damaged(m_rates.lastMs(), ScanText::tr("the index names more data than the file holds"));
            return {};
        }
        route(std::move(packet));
        report();
    }
    return {};
}

// An index may name the same bytes any number of times. Real media do so for a few (repeated edits).
bool MediaScan::isHeld(const AVPacket* packet)
{
    constexpr int64_t LeastPacket = 4, SparePackets = 10'000, SpareBytes = 1024 * 1024;
    ++m_packets;
    m_bytes += packet->size;
    return m_fileBytes <= 0
        || (m_packets <= m_fileBytes / LeastPacket + SparePackets && m_bytes <= 2 * m_fileBytes + SpareBytes);
}

// Demuxers hide what the network failed at behind an end of file.
Result<void> MediaScan::readEnded(int status)
{
    if (const auto error = m_source.trouble ? m_source.trouble() : std::nullopt) {
        if (!m_source.inParts || endsAll(*error))
            return fail(*error);
        m_readFaults.damaged(m_rates.lastMs(), error->message);
    } else if (status != EndOfFile) {
        m_readFaults.damaged(m_rates.lastMs(), avErrorText(status));
    }
    return {};
}

void MediaScan::route(PacketPtr packet)
{
    const auto isOf = [&packet](const auto& part) { return part && part->stream->index == packet->stream_index; };
    if (isOf(m_video)) {
        const int64_t time = packet->dts != NoTime ? packet->dts : packet->pts;
        m_rates.add(packet.get(), toMs(time, m_video->stream->time_base), true);
        m_video->lane->put(std::move(packet));
    } else if (isOf(m_audio)) {
        m_rates.add(packet.get(), toMs(packet->dts, m_audio->stream->time_base), false);
        if (m_audio->lane)
            m_audio->lane->put(std::move(packet));
    }
}

void MediaScan::report()
{
    const auto now = std::chrono::steady_clock::now();
    if (!m_progress || m_durationMs <= 0 || now - m_reported < 100ms)
        return;
    m_reported = now;
    const double position = m_video ? m_video->scan->positionMs() : m_rates.lastMs();
    m_progress(std::clamp(position / m_durationMs, 0.0, 1.0));
}

Error MediaScan::cancelled() const
{
    return { .kind = ErrorKind::Cancelled, .message = ScanText::tr("The check was stopped.") };
}

void MediaScan::gatherFaults(SignalFacts& signal, double originMs) const
{
    constexpr qsizetype Most = 100;
    const auto gather = [&signal](const FaultLog& log, double origin) {
        signal.decodeErrors += log.count();
        for (DecodeFault fault : log.faults()) {
            fault.atMs = std::max(0.0, fault.atMs - origin);
            signal.faults.append(fault);
        }
    };
    gather(m_readFaults, 0);
    if (m_video)
        gather(m_video->faults, originMs);
    if (m_audio)
        gather(m_audio->faults, originMs);
    std::ranges::stable_sort(signal.faults, {}, &DecodeFault::atMs);
    if (signal.faults.size() > Most)
        signal.faults.resize(Most);
}

Result<DecodedFacts> MediaScan::result()
{
    const FrameFacts* pictures =
        m_video && m_video->scan->pictures().count() > 0 ? &m_video->scan->pictures() : nullptr;
    AudioScan* sound = m_audio && m_audio->scan && m_audio->scan->frames() > 0 ? &*m_audio->scan : nullptr;
    DecodedFacts decoded;
    const double origin = pictures ? pictures->firstMs() : sound ? sound->firstMs() : 0;
    gatherFaults(decoded.signal, origin);
    if (!pictures && !sound)
        return fail(
            noneDecodable(decoded.signal.faults.isEmpty() ? QString() : decoded.signal.faults.constFirst().text));
    double start = origin, end = origin;
    if (sound) {
        start = std::min(start, sound->firstMs());
        end = sound->endMs();
        decoded.facts.audio.append(sound->facts(m_rates.soundBytes()));
        sound->fill(decoded.signal, origin);
    }
    if (pictures) {
        end = std::max(end, pictures->endMs());
        VideoFacts video = m_video->scan->facts(origin);
        if (video.durationMs.value_or(0) > 0)
            video.bitrateKbps = static_cast<double>(m_rates.videoBytes()) * 8 / *video.durationMs;
        // Of less than a second the average says more.
        video.peakBitrateKbps = std::max(m_rates.peakVideoKbps(), video.bitrateKbps.value_or(0));
        decoded.facts.video = video;
        m_video->scan->fill(decoded.signal, origin);
        if (!m_referenceTrouble.isEmpty())
            decoded.signal.referenceTrouble = m_referenceTrouble;
    }
    decoded.facts.startMs = start;
    decoded.facts.durationMs = end - start;
    decoded.signal.bitrateKbps = m_rates.curveKbps();
    if (m_progress)
        m_progress(1);
    return decoded;
}

} // namespace

Result<DecodedFacts> scanMedia(const ScanSource& source, const ScanOptions& options, const std::stop_token& stop,
    const std::function<void(double)>& progress)
{
    MediaScan scan(source, stop, progress);
    if (auto opened = scan.open(options); !opened)
        return fail(opened.error());
    if (auto ran = scan.run(); !ran)
        return fail(ran.error());
    return scan.result();
}

} // namespace proofreel
