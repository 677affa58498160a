// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/api_actions.h"

#include <QDateTime>
#include <QJsonArray>

#include <limits>

namespace proofreel::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 shortest = 3600;

QJsonObject mediaBase(const ActionContext& context, const Asset& asset, qint64 validS)
{
    // This one field comes with the offset of China, the others in UTC: so does the published example.
    const QDateTime created = QDateTime::fromMSecsSinceEpoch(asset.createdMs, Qt::OffsetFromUTC, 8 * 3600);
    QJsonObject base {
        { u"MediaId"_s, asset.mediaId },
        { u"Title"_s, asset.title },
        { u"Description"_s, asset.description },
        { u"MediaType"_s, asset.mediaType },
        { u"MediaTags"_s, asset.tags },
        { u"Status"_s, asset.status },
        { u"CateId"_s, asset.cateId },
        { u"CreationTime"_s, created.toString(Qt::ISODate) },
    };
    if (!asset.cover.isEmpty()) {
        const UrlStyle style = asset.urlStyle == UrlStyle::None ? UrlStyle::None : UrlStyle::OssV1;
        base.insert("CoverURL"_L1, context.mediaUrl(asset, asset.cover, style, validS));
    }
    for (auto it = asset.mediaBaseOverrides.begin(); it != asset.mediaBaseOverrides.end(); ++it)
        base.insert(it.key(), it.value());
    return base;
}

QJsonObject playInfo(const ActionContext& context, const Asset& asset, const Rendition& rendition, qint64 validS)
{
    QJsonObject info = rendition.declared;
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
    QJsonArray list;
    if (asset.status == "Normal"_L1) {
        for (const Rendition& rendition : asset.renditions)
            list.append(playInfo(context, asset, rendition, validS));
    }
    return QJsonObject { { u"MediaBase"_s, mediaBase(context, asset, validS) }, { u"PlayInfoList"_s, list } };
}

} // namespace proofreel::sandbox
