// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/media_objects.h"

#include <QJsonArray>

#include <limits>

namespace proofreel::sandbox {

using namespace Qt::StringLiterals;

namespace {

//! Stream details of the source, all numbers as text.
QJsonObject fileInfo(const ActionContext& context, const Asset& asset, qint64 validS)
{
    QJsonObject info { { u"FileBasicInfo"_s, fileBasicInfo(context, asset, validS) } };
    if (asset.renditions.isEmpty())
        return info;
    const QJsonObject measured = asset.renditions.last().measured;
    if (measured.contains("codec"_L1)) {
        info.insert("VideoStreamInfoList"_L1,
            QJsonArray { QJsonObject {
                { u"Index"_s, u"0"_s },
                { u"CodecName"_s, measured["codec"_L1] },
                { u"Width"_s, measured["Width"_L1].toVariant().toString() },
                { u"Height"_s, measured["Height"_L1].toVariant().toString() },
                { u"AvgFPS"_s, measured["Fps"_L1] },
                { u"Fps"_s, measured["Fps"_L1] },
                { u"Duration"_s, measured["Duration"_L1] },
                { u"Bitrate"_s, measured["Bitrate"_L1] },
            } });
    }
    if (measured.contains("audio"_L1)) {
        info.insert("AudioStreamInfoList"_L1,
            QJsonArray { QJsonObject {
                { u"Index"_s, u"1"_s },
                { u"CodecName"_s, measured["audio"_L1] },
                { u"Channels"_s, u"2"_s },
                { u"ChannelLayout"_s, u"stereo"_s },
                { u"SampleRate"_s, u"48000"_s },
                { u"Duration"_s, measured["Duration"_L1] },
            } });
    }
    info.insert("SubtitleStreamInfoList"_L1, QJsonArray());
    return info;
}

QJsonObject mediaInfo(const ActionContext& context, const Asset& asset, qint64 validS)
{
    return {
        { u"MediaId"_s, asset.mediaId },
        { u"MediaBasicInfo"_s, mediaBasicInfo(context, asset, validS) },
        { u"FileInfoList"_s, QJsonArray { fileInfo(context, asset, validS) } },
    };
}

} // namespace

ActionResult getMediaInfo(const ActionContext& context)
{
    const bool byId = context.has("MediaId");
    if (!byId && !context.has("InputURL"))
        return missingParameter(u"MediaId or InputURL"_s);
    std::optional<ApiError> error;
    const qint64 validS = numberParameter(context, "AuthTimeout", 1, std::numeric_limits<qint32>::max(), 3600, error);
    if (error)
        return *error;
    // Here, unlike in GetPlayInfo, the id takes precedence.
    const qint64 index = byId ? context.catalog.indexOf(context.text("MediaId"))
                              : context.catalog.indexOfInputUrl(context.text("InputURL"));
    if (index < 0) {
        return byId ? ApiError { 404, u"ResourceNotFound"_s, u"The specified media asset does not exist."_s }
                    : ApiError { 404, u"NoMatchedInputUrl"_s, u"No media asset is registered with this InputURL."_s };
    }
    return QJsonObject { { u"MediaInfo"_s, mediaInfo(context, context.catalog.asset(index), validS) } };
}

ActionResult batchGetMediaInfos(const ActionContext& context)
{
    if (!context.has("MediaIds"))
        return missingParameter(u"MediaIds"_s);
    std::optional<ApiError> error;
    const qint64 validS = numberParameter(context, "AuthTimeout", 1, 86'400, 3600, error);
    const QStringList ids = context.text("MediaIds").split(u',', Qt::SkipEmptyParts);
    if (!error && ids.size() > 100)
        error = invalidParameter(u"MediaIds"_s, u"at most 100 ids"_s);
    if (error)
        return *error;
    const bool withFile = context.text("AdditionType").split(u',').contains("FileInfo"_L1);
    QJsonArray found, ignored;
    for (const QString& id : ids) {
        const qint64 index = context.catalog.indexOf(id.trimmed());
        if (index < 0) {
            ignored.append(id);
            continue;
        }
        QJsonObject info = mediaInfo(context, context.catalog.asset(index), validS);
        if (!withFile)
            info.remove("FileInfoList"_L1);
        found.append(info);
    }
    return QJsonObject { { u"MediaInfos"_s, found }, { u"IgnoredList"_s, ignored } };
}

} // namespace proofreel::sandbox
