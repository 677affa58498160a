// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the service declares, against what the file's headers say.

#include "media/reply_trouble.h"
#include "quality/docket.h"
#include "quality/quantity.h"
#include "quality/sheet_view.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

void opening(const StreamSheet& stream, Docket& docket)
{
    if (!stream.container)
        return;
    if (*stream.container) {
        (void)docket.opens("container.open"_L1, stream.key);
        return;
    }
    const Error& error = stream.container->error();
    if (error.kind == ErrorKind::Cancelled)
        return docket.cannotTell();
    // Encrypted in a way that only the service's own player knows: nothing to measure, and no defect.
    if (error.kind == ErrorKind::Unsupported || !docket.opens("container.open"_L1, stream.key))
        return;
    // A server of keys that is silent is a finding, the file behind it is not unknown for any other reason.
    const bool lacksKey = stream.hls
        && std::any_of(stream.hls->playlists.cbegin(), stream.hls->playlists.cend(),
            [](const HlsPlaylist& playlist) { return !playlist.keyTrouble.isEmpty(); });
    if (isUnanswered(error) && !(lacksKey && docket.wants("hls.key"_L1)))
        return docket.cannotTell("container.open"_L1, stream.key,
            { .message = Judge::tr("It could not be measured: %1").arg(error.message), .measured = error.code });
    if (!toldByDelivery(stream, docket))
        docket.find("container.open"_L1, stream.key,
            { .message = Judge::tr("It cannot be opened: %1").arg(error.message), .measured = error.code });
}

void format(const StreamSheet& stream, const MediaFacts& file, Docket& docket)
{
    static const QStringList mp4 { u"mp4"_s, u"mov"_s, u"m4a"_s, u"m4v"_s };
    const QString& declared = stream.info.format;
    if (declared.isEmpty() || file.format.isEmpty() || !docket.opens("container.format"_L1, stream.key))
        return;
    if (declared == file.format || (declared == "mp4"_L1 && mp4.contains(file.format)))
        return;
    docket.find("container.format"_L1, stream.key,
        { .message = Judge::tr("Format is %1, but the file is %2.").arg(declared.left(80), file.format),
            .field = u"Format"_s,
            .declared = declared,
            .measured = file.format });
}

void size(const StreamSheet& stream, const MediaFacts& file, Docket& docket)
{
    if (stream.info.size.value_or(0) <= 0 || !file.sizeBytes || isAdaptive(stream))
        return;
    const auto tolerance = docket.opens("container.size"_L1, stream.key);
    // Whether a playlist's Size counts the playlist and the padding of its segments is nowhere said.
    const double allowed = tolerance.value_or(0) + (isPlaylist(stream) ? 2 : 0);
    const double declared = double(*stream.info.size);
    const double measured = double(*file.sizeBytes);
    if (!tolerance || percentOff(measured, declared) <= allowed)
        return;
    const QString text = measured < declared ? Judge::tr("Size is %1, but the file has %2: %3 are missing.")
                                             : Judge::tr("Size is %1, but the file has %2: %3 more.");
    docket.find("container.size"_L1, stream.key,
        { .message = text.arg(bytesText(declared), bytesText(measured), bytesText(std::abs(measured - declared))),
            .field = u"Size"_s,
            .declared = bytesText(declared),
            .measured = bytesText(measured) });
}

void duration(const StreamSheet& stream, const MediaFacts& file, Docket& docket)
{
    if (!stream.info.duration || !file.durationMs)
        return;
    const auto tolerance = docket.opens("container.duration"_L1, stream.key);
    const double declared = *stream.info.duration * 1000;
    const double difference = *file.durationMs - declared;
    if (!tolerance || std::abs(difference) <= *tolerance)
        return;
    const QString text = difference < 0 ? Judge::tr("Duration is %1, but the file lasts %2: %3 less.")
                                        : Judge::tr("Duration is %1, but the file lasts %2: %3 more.");
    docket.find("container.duration"_L1, stream.key,
        { .message = text.arg(secondsText(declared), secondsText(*file.durationMs), msText(std::abs(difference))),
            .field = u"Duration"_s,
            .declared = secondsText(declared),
            .measured = secondsText(*file.durationMs),
            .atMs = difference < 0 ? file.durationMs : std::nullopt });
}

void bitrate(const StreamSheet& stream, const MediaFacts& file, Docket& docket)
{
    if (stream.info.bitrate.value_or(0) <= 0 || !file.bitrateKbps || isAdaptive(stream))
        return;
    const auto tolerance = docket.opens("container.bitrate"_L1, stream.key);
    const double declared = *stream.info.bitrate;
    if (!tolerance || std::abs(*file.bitrateKbps - declared) <= std::max(1.0, declared * *tolerance / 100))
        return;
    docket.find("container.bitrate"_L1, stream.key,
        { .message =
                Judge::tr("Bitrate is %1, but the file has %2 (%3).")
                    .arg(kbpsText(declared), kbpsText(*file.bitrateKbps), differenceText(*file.bitrateKbps, declared)),
            .field = u"Bitrate"_s,
            .declared = kbpsText(declared),
            .measured = kbpsText(*file.bitrateKbps) });
}

void encryption(const StreamSheet& stream, const MediaFacts& file, Docket& docket)
{
    const PlayInfo& info = stream.info;
    if (file.encryption.isEmpty() || !info.encrypt || !docket.opens("container.encryption"_L1, stream.key))
        return;
    const bool clear = file.encryption == "none"_L1;
    const bool closed = file.encryption == "AliyunVoDEncryption"_L1;
    QString message;
    if (*info.encrypt == 0 && !clear)
        message = Judge::tr("Encrypt is 0, but the file is encrypted (%1).").arg(file.encryption);
    else if (*info.encrypt == 1 && clear)
        message = Judge::tr("Encrypt is 1, but the file is not encrypted.");
    else if (*info.encrypt == 1 && !info.encryptType.isEmpty()
        && closed != (info.encryptType == "AliyunVoDEncryption"_L1))
        message = Judge::tr("EncryptType is %1, but the file is encrypted with %2.")
                      .arg(info.encryptType.left(80), file.encryption);
    else
        return;
    docket.find("container.encryption"_L1, stream.key,
        { .message = message,
            .field = u"Encrypt"_s,
            .declared = *info.encrypt == 0 ? u"none"_s : info.encryptType.left(80),
            .measured = file.encryption });
}

void streamType(const StreamSheet& stream, const MediaFacts& file, Docket& docket)
{
    const QString& declared = stream.info.streamType;
    if ((declared != "video"_L1 && declared != "audio"_L1) || !docket.opens("container.stream-type"_L1, stream.key))
        return;
    QString message;
    if (declared == "video"_L1 && !file.video)
        message = Judge::tr("StreamType is video, but the file has no picture.");
    else if (declared == "audio"_L1 && file.video)
        message = Judge::tr("StreamType is audio, but the file has a picture.");
    else if (declared == "audio"_L1 && file.audio.isEmpty())
        message = Judge::tr("StreamType is audio, but the file has no sound.");
    else
        return;
    docket.find("container.stream-type"_L1, stream.key,
        { .message = message,
            .field = u"StreamType"_s,
            .declared = declared,
            .measured = file.video     ? u"video"_s
                : file.audio.isEmpty() ? u"none"_s
                                       : u"audio"_s });
}

void startAndIndex(const StreamSheet& stream, const MediaFacts& file, Docket& docket)
{
    if (file.fastStart && !isPlaylist(stream) && docket.opens("container.fast-start"_L1, stream.key)
        && !*file.fastStart)
        docket.find("container.fast-start"_L1, stream.key,
            { .message =
                    Judge::tr("The index (moov) stands behind the media (mdat): playing waits for the file's end."),
                .measured = u"mdat, moov"_s });
    // Segments of HLS carry the times of the whole, which start anywhere.
    if (!file.startMs || isPlaylist(stream) || file.format == "mpegts"_L1)
        return;
    const auto tolerance = docket.opens("container.start-time"_L1, stream.key);
    if (tolerance && std::abs(*file.startMs) > *tolerance)
        docket.find("container.start-time"_L1, stream.key,
            { .message = Judge::tr("The file starts at %1 instead of 0.").arg(secondsText(*file.startMs)),
                .field = u"startMs"_s,
                .declared = secondsText(0),
                .measured = secondsText(*file.startMs) });
}

} // namespace

void judgeContainer(const StreamSheet& stream, Docket& docket)
{
    opening(stream, docket);
    const MediaFacts* file = fileOf(stream);
    if (!file)
        return;
    format(stream, *file, docket);
    size(stream, *file, docket);
    duration(stream, *file, docket);
    bitrate(stream, *file, docket);
    encryption(stream, *file, docket);
    streamType(stream, *file, docket);
    startAndIndex(stream, *file, docket);
}

} // namespace proofreel
