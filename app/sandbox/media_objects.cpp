// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/media_objects.h"

#include <QDateTime>
#include <QFileInfo>

namespace proofreel::sandbox {

using namespace Qt::StringLiterals;

QString utcTime(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate);
}

QString categoryName(const Catalog& catalog, qint64 id)
{
    for (const Category& category : catalog.categories()) {
        if (category.id == id)
            return category.name;
    }
    return {};
}

QJsonObject mediaBasicInfo(const ActionContext& context, const Asset& asset, qint64 validS)
{
    QJsonObject info {
        { u"MediaId"_s, asset.mediaId },
        { u"Title"_s, asset.title },
        { u"Description"_s, asset.description },
        { u"MediaType"_s, asset.mediaType },
        { u"MediaTags"_s, asset.tags },
        { u"Status"_s, asset.status },
        { u"Source"_s, asset.source },
        { u"BusinessType"_s, asset.businessType },
        { u"Biz"_s, u"ICE"_s },
        { u"Category"_s, categoryName(context.catalog, asset.cateId) },
        { u"CateId"_s, asset.cateId },
        { u"InputURL"_s, asset.inputUrl },
        { u"CreateTime"_s, utcTime(asset.createdMs) },
        { u"ModifiedTime"_s, utcTime(asset.createdMs + 90'000) },
        { u"TranscodeStatus"_s, asset.status == "Normal"_L1 ? u"TranscodeSuccess"_s : u"Init"_s },
        { u"UploadSource"_s, u"general"_s },
    };
    if (!asset.cover.isEmpty()) {
        const UrlStyle style = asset.urlStyle == UrlStyle::None ? UrlStyle::None : UrlStyle::OssV1;
        info.insert("CoverURL"_L1, context.mediaUrl(asset, asset.cover, style, validS));
    }
    return info;
}

QJsonObject fileBasicInfo(const ActionContext& context, const Asset& asset, qint64 validS)
{
    const QString name = asset.inputUrl.section(u'/', -1);
    QJsonObject info {
        { u"FileName"_s, name },
        { u"FileType"_s, u"source_file"_s },
        { u"FileStatus"_s, asset.status == "Normal"_L1 ? u"Normal"_s : u"Uploading"_s },
        { u"Region"_s, u"cn-shanghai"_s },
        { u"FormatName"_s, QFileInfo(name).suffix() },
        { u"CreateTime"_s, utcTime(asset.createdMs) },
        { u"ModifiedTime"_s, utcTime(asset.createdMs) },
    };
    if (asset.renditions.isEmpty())
        return info;
    // The best rendition stands for the source. All numbers of this object are text.
    const Rendition& best = asset.renditions.last();
    for (const auto& [to, from] : { std::pair("Bitrate"_L1, "Bitrate"_L1), { "Duration"_L1, "Duration"_L1 },
             { "Width"_L1, "Width"_L1 }, { "Height"_L1, "Height"_L1 }, { "FileSize"_L1, "Size"_L1 } })
        info.insert(to, best.measured[from].toVariant().toString());
    info.insert("FileUrl"_L1, context.mediaUrl(asset, best.file, UrlStyle::OssV4, validS));
    return info;
}

} // namespace proofreel::sandbox
