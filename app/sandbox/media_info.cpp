// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/file_info.h"
#include "sandbox/media_objects.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

namespace proofreel::sandbox {

using namespace Qt::StringLiterals;

namespace {

//! A string with JSON in it that tells of pictures which nobody without the bucket's key can fetch.
QString pictures(const Asset& asset, const QString& kind)
{
    QJsonObject entry {
        { u"bucket"_s, u"proofreel-demo-in"_s },
        { u"location"_s, u"oss-cn-shanghai"_s },
        { u"count"_s, u"3"_s },
        { u"iceJobId"_s, asset.jobId(0) },
        { u"templateId"_s, u"S00000001-100080"_s },
        { u"snapshotRegular"_s, u"%1/%2-{Count}.jpg"_s.arg(asset.mediaId, kind) },
    };
    if (kind == "sprite"_L1) {
        entry.insert("spriteRegular"_L1, u"%1/tile-{Count}.jpg"_s.arg(asset.mediaId));
        entry.insert("tileCount"_L1, u"1"_s);
    }
    return QString::fromUtf8(QJsonDocument(QJsonArray { entry }).toJson(QJsonDocument::Compact));
}

//! MediaBasicInfo with what lists leave out.
QJsonObject detailedBasicInfo(const ActionContext& context, const Asset& asset, qint64 validS)
{
    QJsonObject info = mediaBasicInfo(context, asset, validS);
    info.insert("UserData"_L1, u"{\"extend\":{\"from\":\"demo\"}}"_s);
    if (asset.mediaType == "video"_L1 && !asset.renditions.isEmpty()) {
        info.insert("Snapshots"_L1, pictures(asset, u"snapshot"_s));
        info.insert("SpriteImages"_L1, pictures(asset, u"sprite"_s));
    }
    return info;
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
    const Asset asset = context.catalog.asset(index);
    QJsonObject basic = detailedBasicInfo(context, asset, validS);
    basic.insert("CateName"_L1, basic["Category"_L1]);
    basic.insert("ReferenceId"_L1, u"demo-"_s + asset.mediaId.left(8));
    basic.remove("TranscodeStatus"_L1);
    return QJsonObject { { u"MediaInfo"_s,
        QJsonObject {
            { u"MediaId"_s, asset.mediaId },
            { u"MediaBasicInfo"_s, basic },
            { u"FileInfoList"_s, fileInfoList(context, asset, validS) },
        } } };
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
    const QStringList additions = context.text("AdditionType").split(u',');
    QJsonArray found, ignored;
    for (const QString& id : ids) {
        const qint64 index = context.catalog.indexOf(id.trimmed());
        if (index < 0) {
            ignored.append(id);
            continue;
        }
        const Asset asset = context.catalog.asset(index);
        QJsonObject info { { u"MediaId"_s, asset.mediaId } }, basic = detailedBasicInfo(context, asset, validS);
        // This action alone says neither of these.
        basic.remove("CateId"_L1);
        basic.remove("UploadSource"_L1);
        if (context.faults.noBasicInfo == 0 || (found.size() + 1) % context.faults.noBasicInfo != 0)
            info.insert("MediaBasicInfo"_L1, basic);
        if (additions.contains("DynamicMetaData"_L1)) {
            info.insert("MediaDynamicInfo"_L1,
                QJsonObject { { u"DynamicMetaData"_s, QJsonObject { { u"Data"_s, u"{}"_s } } } });
        }
        if (additions.contains("FileInfo"_L1))
            info.insert("FileInfoList"_L1, fileInfoList(context, asset, validS));
        found.append(info);
    }
    return QJsonObject { { u"MediaInfos"_s, found }, { u"IgnoredList"_s, ignored } };
}

} // namespace proofreel::sandbox
