// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/decode_walk.h"

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

//! Every number of a stream arrives as text.
MediaTrack decodeTrack(const JsonFields& from, MediaTrack::Kind kind)
{
    MediaTrack out;
    out.kind = kind;
    out.codecName = from.text(u"CodecName"_s);
    out.codecLongName = from.text(u"CodecLongName"_s);
    out.profile = from.text(u"Profile"_s);
    out.lang = from.text(u"Lang"_s);
    out.index = from.integerText(u"Index"_s, maxPixels);
    out.duration = from.numberText(u"Duration"_s, maxSeconds);
    if (kind == MediaTrack::Kind::Video) {
        out.width = from.integerText(u"Width"_s, maxPixels);
        out.height = from.integerText(u"Height"_s, maxPixels);
    }
    if (kind == MediaTrack::Kind::Audio) {
        out.channels = from.integerText(u"Channels"_s, 1000);
        out.sampleRate = from.integerText(u"SampleRate"_s, 100'000'000);
    }
    if (kind != MediaTrack::Kind::Subtitle) {
        out.bitrate = from.numberText(u"Bitrate"_s, maxKbps);
        out.fps = from.numberText(u"Fps"_s, maxFps);
        if (!out.fps)
            out.fps = from.numberText(u"AvgFPS"_s, maxFps);
    }
    out.raw = from.raw();
    return out;
}

MediaFile decodeFile(const JsonFields& from)
{
    MediaFile out;
    const JsonFields basic = from.object(u"FileBasicInfo"_s);
    out.fileName = basic.text(u"FileName"_s);
    out.fileType = basic.text(u"FileType"_s);
    out.fileStatus = basic.text(u"FileStatus"_s);
    out.fileUrl = basic.url(u"FileUrl"_s);
    out.formatName = basic.text(u"FormatName"_s);
    out.region = basic.text(u"Region"_s);
    out.size = basic.integerText(u"FileSize"_s, maxBytes);
    out.width = basic.integerText(u"Width"_s, maxPixels);
    out.height = basic.integerText(u"Height"_s, maxPixels);
    out.duration = basic.numberText(u"Duration"_s, maxSeconds);
    out.bitrate = basic.numberText(u"Bitrate"_s, maxKbps);
    out.createTime = basic.time(u"CreateTime"_s);
    out.modifiedTime = basic.time(u"ModifiedTime"_s);
    using Kind = MediaTrack::Kind;
    for (const auto& [name, kind] : { std::pair(u"VideoStreamInfoList"_s, Kind::Video),
             { u"AudioStreamInfoList"_s, Kind::Audio }, { u"SubtitleStreamInfoList"_s, Kind::Subtitle } })
        out.tracks << decodeList<MediaTrack>(
            from, name, [kind = kind](const JsonFields& track) { return decodeTrack(track, kind); });
    out.raw = from.raw();
    return out;
}

MediaDetails decodeDetails(const JsonFields& entry)
{
    MediaDetails out { decodeMediaBasicInfo(entry, KeepRaw::Yes),
        decodeList<MediaFile>(entry, u"FileInfoList"_s, decodeFile) };
    if (!out.files.isEmpty()) {
        const MediaFile& source = out.files.first();
        out.basic.duration = source.duration;
        out.basic.size = source.size;
        out.basic.width = source.width;
        out.basic.height = source.height;
    }
    return out;
}

} // namespace

Result<MediaInfoReply> decodeMediaInfo(const QByteArray& body)
{
    return decodeReply<MediaInfoReply>(body, [](const JsonFields& fields, MediaInfoReply& out) {
        fields.require(u"MediaInfo"_s);
        out.media = decodeDetails(fields.object(u"MediaInfo"_s));
    });
}

Result<MediaBatch> decodeMediaBatch(const QByteArray& body)
{
    return decodeReply<MediaBatch>(body, [](const JsonFields& fields, MediaBatch& out) {
        fields.require(u"MediaInfos"_s);
        out.medias = decodeList<MediaDetails>(fields, u"MediaInfos"_s, decodeDetails);
        out.ignored = fields.textList(u"IgnoredList"_s);
    });
}

} // namespace proofreel
