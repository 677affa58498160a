// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/media_objects.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>
#include <limits>

namespace proofreel::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 shortest = 3600;

QJsonObject mediaBase(const ActionContext& context, const Asset& asset, qint64 validS)
{
    // This one field comes with the offset of China, the others in UTC: so does the published example.
    const QDateTime created = QDateTime::fromMSecsSinceEpoch(asset.createdMs, Qt::OffsetFromUTC, 8 * 3600);
    QJsonObject base = commonMediaFields(context, asset, validS);
    base.insert("CreationTime"_L1, created.toString(Qt::ISODate));
    for (auto it = asset.mediaBaseOverrides.begin(); it != asset.mediaBaseOverrides.end(); ++it)
        base.insert(it.key(), it.value());
    return base;
}

bool isTranscodedAnew(const ActionContext& context)
{
    return context.faults.retranscodeAfter > 0 && context.call > context.faults.retranscodeAfter;
}

Rendition transcodedAnew(const Asset& asset, qsizetype number)
{
    Rendition made = asset.renditions.at(number);
    const auto isTwin = [&made](const Rendition& one) {
        return one.declared["Definition"_L1] == made.declared["Definition"_L1]
            && one.declared["Format"_L1] == made.declared["Format"_L1] && !one.declared.contains("HDRType"_L1);
    };
    if (made.declared.contains("HDRType"_L1)) {
        const auto twin = std::find_if(asset.renditions.begin(), asset.renditions.end(), isTwin);
        if (twin != asset.renditions.end())
            made = *twin;
    }
    constexpr qsizetype otherJobs = 0x8000;
    made.declared.insert("JobId"_L1, asset.jobId(number + otherJobs));
    return made;
}

QJsonObject playInfo(const ActionContext& context, const Asset& asset, qsizetype number, qint64 askedS)
{
    const bool isAnew = isTranscodedAnew(context);
    const Rendition rendition = isAnew ? transcodedAnew(asset, number) : asset.renditions.at(number);
    const qint64 validS = rendition.serving.validS > 0 ? qMin(rendition.serving.validS, askedS) : askedS;
    QJsonObject info = rendition.declared;
    if (asset.synthetic && !isAnew)
        info.insert("JobId"_L1, asset.jobId(number));
    QString url = context.mediaUrl(asset, rendition.file, asset.urlStyle, validS);
    if (info["EncryptType"_L1] == "HLSEncryption"_L1) {
        // The customer's player would append this token; the media host hands it on to the key URI.
        url += (url.contains(u'?') ? u"&MtsHlsUriToken="_s : u"?MtsHlsUriToken="_s)
            + QString::fromLatin1(context.urls.keyToken(asset.mediaId, context.nowMs, context.validFor(validS)));
    }
    if (!info.contains("PlayURL"_L1))
        info.insert("PlayURL"_L1, url);
    if (!info.contains("FileURL"_L1)) {
        const UrlStyle style = asset.urlStyle == UrlStyle::CdnTypeA ? UrlStyle::OssV4 : asset.urlStyle;
        info.insert("FileURL"_L1, context.mediaUrl(asset, rendition.file, style, validS));
    }
    return info;
}

} // namespace

ActionResult getPlayInfo(const ActionContext& context)
{
    const bool byId = context.has("MediaId"), byUrl = context.has("InputURL");
    if (!byId && !byUrl)
        return missingParameter(u"MediaId or InputURL"_s);
    if (byId && byUrl)
        return invalidParameter(u"InputURL"_s, u"only one of MediaId and InputURL may be given"_s);
    std::optional<ApiError> error;
    const qint64 validS =
        numberParameter(context, "AuthTimeout", shortest, std::numeric_limits<qint32>::max(), shortest, error);
    if (error)
        return *error;
    const qint64 index = byId ? context.catalog.indexOf(context.text("MediaId"))
                              : context.catalog.indexOfInputUrl(context.text("InputURL"));
    if (index < 0) {
        return byId ? ApiError { 404, u"ResourceNotFound"_s, u"The specified media asset does not exist."_s }
                    : ApiError { 404, u"NoMatchedInputUrl"_s, u"No media asset is registered with this InputURL."_s };
    }
    const Asset asset = context.catalog.asset(index);
    // Pictures and texts have none: an asset with an empty list, as one that is still being prepared.
    QJsonArray list;
    if (asset.status == "Normal"_L1) {
        for (qsizetype i = 0; i < asset.renditions.size(); ++i)
            list.append(playInfo(context, asset, i, validS));
    }
    return QJsonObject { { u"MediaBase"_s, mediaBase(context, asset, validS) }, { u"PlayInfoList"_s, list } };
}

} // namespace proofreel::sandbox
