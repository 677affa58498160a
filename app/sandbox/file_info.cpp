// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/file_info.h"

#include "sandbox/media_objects.h"

namespace proofreel::sandbox {

using namespace Qt::StringLiterals;

namespace {

//! \a kind: "VideoStream" or "AudioStream" of media.json. Empty where the file has no such stream.
QJsonObject stream(const QJsonObject& measured, QLatin1StringView kind, QLatin1StringView codec)
{
    if (!measured.contains(codec))
        return {};
    QJsonObject info = measured[kind].toObject();
    info.insert("CodecName"_L1, measured[codec]);
    if (measured.contains("Duration"_L1))
        info.insert("Duration"_L1, measured["Duration"_L1]);
    return info;
}

QJsonObject videoStream(const QJsonObject& measured)
{
    QJsonObject info = stream(measured, "VideoStream"_L1, "codec"_L1);
    if (info.isEmpty())
        return info;
    info.insert("Width"_L1, measured["Width"_L1].toVariant().toString());
    info.insert("Height"_L1, measured["Height"_L1].toVariant().toString());
    for (const auto& [to, from] : { std::pair("Fps"_L1, "Fps"_L1), { "AvgFPS"_L1, "Fps"_L1 } }) {
        if (measured.contains(from))
            info.insert(to, measured[from]);
    }
    return info;
}

//! Numbers the streams of a file in their order.
QJsonArray numbered(QJsonArray streams, int& index)
{
    for (qsizetype i = 0; i < streams.size(); ++i) {
        QJsonObject one = streams.at(i).toObject();
        one.insert("Index"_L1, QString::number(index++));
        streams.replace(i, one);
    }
    return streams;
}

QJsonObject fileInfo(
    const QJsonObject& basic, const QJsonObject& measured, const QJsonArray& moreAudio, const QJsonArray& subtitles)
{
    QJsonArray video, audio;
    if (const QJsonObject one = videoStream(measured); !one.isEmpty())
        video.append(one);
    if (const QJsonObject one = stream(measured, "AudioStream"_L1, "audio"_L1); !one.isEmpty())
        audio.append(one);
    for (const QJsonValue& track : moreAudio)
        audio.append(track);
    int index = 0;
    return {
        { u"FileBasicInfo"_s, basic },
        { u"VideoStreamInfoList"_s, numbered(video, index) },
        { u"AudioStreamInfoList"_s, numbered(audio, index) },
        { u"SubtitleStreamInfoList"_s, numbered(subtitles, index) },
    };
}

} // namespace

QJsonArray fileInfoList(const ActionContext& context, const Asset& asset, qint64 validS)
{
    const Rendition* source = sourceOf(asset);
    QJsonArray list { fileInfo(sourceBasicInfo(context, asset, validS), source ? source->measured : QJsonObject(),
        source ? asset.moreAudio : QJsonArray(), source ? asset.subtitles : QJsonArray()) };
    for (const Rendition& rendition : asset.renditions)
        list.append(fileInfo(renditionBasicInfo(context, asset, rendition, validS), rendition.measured, {}, {}));
    return list;
}

} // namespace proofreel::sandbox
