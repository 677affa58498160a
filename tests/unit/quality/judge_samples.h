// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/judge.h"

#include <cmath>

namespace proofreel::samples {

using namespace Qt::StringLiterals;

inline const QDateTime kNow(QDate(2026, 3, 30), QTime(12, 0), Qt::UTC);

inline VideoFacts video(qint64 width, qint64 height)
{
    VideoFacts video;
    video.codec = u"h264"_s;
    video.width = width;
    video.height = height;
    video.aspect = double(width) / double(height);
    video.rotation = 0;
    video.frameRate = 25;
    video.constantFrameRate = true;
    video.bitDepth = 8;
    video.chroma = u"4:2:0"_s;
    video.primaries = video.transfer = video.matrix = u"bt709"_s;
    video.range = u"tv"_s;
    video.hdr = u"SDR"_s;
    video.scan = u"progressive"_s;
    video.startMs = 0;
    video.durationMs = 10'000;
    video.frames = 250;
    video.keyFramesMs = { 0, 2000, 4000, 6000, 8000 };
    return video;
}

inline AudioFacts audio(const QString& codec)
{
    AudioFacts audio;
    audio.codec = codec;
    audio.channels = 2;
    audio.sampleRate = 48'000;
    audio.startMs = 0;
    audio.durationMs = 10'005;
    return audio;
}

//! A rendition of ten seconds, whole in every respect, deep check included.
inline StreamSheet stream(
    const QString& definition, const QString& format, qint64 width, qint64 height, double kbps, const QString& hdr = {})
{
    StreamSheet sheet;
    sheet.label = QStringList { definition, format, hdr }.join(u' ').trimmed();
    sheet.key = sheet.label;
    const bool isVideo = width > 0;
    PlayInfo& info = sheet.info;
    info.definition = definition;
    info.format = format;
    info.streamType = isVideo ? u"video"_s : u"audio"_s;
    info.status = u"Normal"_s;
    info.narrowBandType = u"0"_s;
    info.transTemplateType = isVideo ? u"Normal"_s : u"AudioTranscode"_s;
    info.encrypt = 0;
    info.hdrType = hdr;
    info.size = qint64(kbps * 1250);
    info.bitrate = kbps;
    info.duration = 10;
    if (isVideo) {
        info.width = width;
        info.height = height;
        info.fps = 25;
        info.bitDepth = hdr.isEmpty() ? 8 : 10;
    }
    info.creationTime = kNow.addDays(-2);
    info.modificationTime = kNow.addDays(-1);
    info.playUrl =
        u"https://cdn.example.com/a.%1?auth_key=%2-0-0-abc"_s.arg(format).arg(kNow.toSecsSinceEpoch() + 3600);

    MediaFacts file;
    file.format = format;
    file.sizeBytes = info.size;
    file.durationMs = isVideo ? 10'000 : 10'031;
    file.bitrateKbps = kbps;
    file.startMs = format == u"m3u8" ? 1400 : 0;
    file.encryption = u"none"_s;
    file.audio = { audio(isVideo ? u"aac"_s : u"mp3"_s) };
    if (isVideo)
        file.video = video(width, height);
    if (!hdr.isEmpty()) {
        file.video->codec = u"hevc"_s;
        file.video->hdr = hdr;
        file.video->bitDepth = 10;
        file.video->primaries = u"bt2020"_s;
        file.video->transfer = u"smpte2084"_s;
        file.video->matrix = u"bt2020nc"_s;
        file.video->mastering = MasteringDisplay { 0.005, 1000, u"BT.2020"_s };
        file.video->maxCll = 1000;
        file.video->maxFall = 400;
    }
    if (format == u"mp4")
        file.fastStart = true;
    sheet.container = file;

    DecodedFacts decoded;
    decoded.facts = file;
    decoded.signal.integratedLufs = -23;
    decoded.signal.truePeakDbtp = -3;
    decoded.signal.fieldOrder = isVideo ? u"progressive"_s : QString();
    if (isVideo) {
        decoded.signal.psnrDb = 42;
        decoded.signal.ssim = 0.98;
    }
    sheet.decoded = decoded;

    DeliveryFacts delivery;
    delivery.status = 206;
    delivery.ranges = true;
    delivery.contentLength = info.size;
    delivery.contentType = format == u"mp4" ? u"video/mp4"_s
        : format == u"mp3"                  ? u"audio/mpeg"_s
                                            : u"application/vnd.apple.mpegurl"_s;
    delivery.cacheControl = u"max-age=3600"_s;
    delivery.allowOrigin = u"*"_s;
    delivery.https = true;
    delivery.fileUrlOpen = false;
    sheet.delivery = delivery;
    return sheet;
}

inline HlsFacts playlist()
{
    HlsPlaylist media;
    media.name = u"1280x720"_s;
    media.declaredBandwidthKbps = 2200;
    media.declaredAverageKbps = 1500;
    media.peakKbps = 2100;
    media.averageKbps = 1500;
    media.declaredCodecs = u"avc1.64001f,mp4a.40.2"_s;
    media.codecs = u"avc1.64001f,mp4a.40.2"_s;
    media.declaredResolution = media.resolution = u"1280x720"_s;
    media.targetDurationMs = 2000;
    media.ended = true;
    for (int i = 0; i < 5; ++i) {
        HlsSegment segment;
        segment.startMs = i * 2000;
        segment.declaredMs = 2000;
        segment.measuredMs = 2005;
        segment.bytes = 375'000;
        segment.status = 206;
        segment.startsWithKeyFrame = true;
        media.segments.append(segment);
    }
    HlsFacts hls;
    hls.master = true;
    hls.playlists = { media };
    return hls;
}

//! A whole ladder that breaks no rule: mp4, HLS, HDR10, Narrowband HD, sound, and an original.
inline AssetSheet cleanSheet()
{
    AssetSheet sheet;
    sheet.mediaId = u"m"_s;
    sheet.media.mediaType = u"video"_s;
    sheet.media.status = u"Normal"_s;
    sheet.requestedAt = kNow;
    sheet.streams = { stream(u"LD"_s, u"mp4"_s, 854, 480, 800), stream(u"SD"_s, u"mp4"_s, 1280, 720, 1500),
        stream(u"HD"_s, u"mp4"_s, 1920, 1080, 3000), stream(u"HD"_s, u"mp4"_s, 1920, 1080, 4000, u"HDR10"_s),
        stream(u"2K"_s, u"mp4"_s, 2560, 1440, 6000, u"HDR10"_s), stream(u"SD"_s, u"m3u8"_s, 1280, 720, 1560),
        stream(u"HD"_s, u"mp4"_s, 1920, 1080, 2000), stream(u"SQ"_s, u"mp3"_s, 0, 0, 64),
        stream(u"HQ"_s, u"mp3"_s, 0, 0, 128), stream(u"OD"_s, u"mp4"_s, 3840, 2160, 1000) };
    sheet.streams[5].hls = playlist();
    sheet.streams[6].info.narrowBandType = u"2.0"_s;
    sheet.streams[6].info.transTemplateType = u"NarrowBandV2"_s;
    sheet.streams[6].key = sheet.streams[6].label = u"HD nb"_s;
    return sheet;
}

inline StreamSheet& at(AssetSheet& sheet, const QString& key)
{
    for (StreamSheet& stream : sheet.streams) {
        if (stream.key == key)
            return stream;
    }
    qFatal("no such stream");
}

inline MediaFacts& file(AssetSheet& sheet, const QString& key = u"HD mp4"_s)
{
    return **at(sheet, key).container;
}

inline DecodedFacts& frames(AssetSheet& sheet, const QString& key = u"HD mp4"_s)
{
    return **at(sheet, key).decoded;
}

//! Headers and frames are of this kind of HDR.
inline void kind(AssetSheet& sheet, const QString& key, const QString& hdr, const QString& detail = {})
{
    for (VideoFacts* video : { &*file(sheet, key).video, &*frames(sheet, key).facts.video }) {
        video->hdr = hdr;
        video->hdrDetail = detail;
    }
}

inline PlayInfo& info(AssetSheet& sheet, const QString& key = u"HD mp4"_s)
{
    return at(sheet, key).info;
}

inline DeliveryFacts& delivery(AssetSheet& sheet, const QString& key = u"HD mp4"_s)
{
    return *at(sheet, key).delivery;
}

inline HlsPlaylist& hls(AssetSheet& sheet)
{
    return at(sheet, u"SD m3u8"_s).hls->playlists[0];
}

//! Asks for all that a policy can ask for, so that every rule is judged.
inline Policy asksForAll()
{
    const auto policy = Policy::parse(R"(
[rules]
"signal.loudness" = "warning"
[ladder]
expected = ["HD mp4", "SD m3u8", "HD mp4 HDR10"]
[audio]
codecs = ["aac", "mp3"]
channels = 2
[video]
codecs = ["h264", "hevc"]
key_frame_interval_s = 2
)",
        {});
    return policy ? *policy : Policy();
}

//! One line a finding, for what a test says of it.
inline QByteArray list(const Judgement& judgement)
{
    QByteArray text;
    for (const Finding& finding : judgement.findings)
        text += '\n' + finding.rule.toUtf8() + " [" + finding.stream.toUtf8() + "] " + finding.message.toUtf8();
    return text;
}

} // namespace proofreel::samples
