// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/file_info.h"
#include "sandbox/media_objects.h"

#include <QJsonArray>

#include <limits>

namespace proofreel::sandbox {

using namespace Qt::StringLiterals;

namespace {

QJsonObject mediaInfo(const ActionContext& context, const Asset& asset, qint64 validS)
{
    QJsonObject basic = mediaBasicInfo(context, asset, validS);
    basic.insert("CateName"_L1, basic["Category"_L1]);
    return {
        { u"MediaId"_s, asset.mediaId },
        { u"MediaBasicInfo"_s, basic },
        { u"FileInfoList"_s, fileInfoList(context, asset, validS) },
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
        const Asset asset = context.catalog.asset(index);
        QJsonObject info { { u"MediaId"_s, asset.mediaId } };
        if (context.faults.noBasicInfo == 0 || (found.size() + 1) % context.faults.noBasicInfo != 0)
            info.insert("MediaBasicInfo"_L1, mediaBasicInfo(context, asset, validS));
        if (withFile)
            info.insert("FileInfoList"_L1, fileInfoList(context, asset, validS));
        found.append(info);
    }
    return QJsonObject { { u"MediaInfos"_s, found }, { u"IgnoredList"_s, ignored } };
}

} // namespace proofreel::sandbox
