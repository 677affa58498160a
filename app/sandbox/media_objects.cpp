// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/media_objects.h"

#include "sandbox/odd_titles.h"

#include <QDateTime>
#include <QFileInfo>

namespace proofreel::sandbox {

using namespace Qt::StringLiterals;

namespace {

QString utcTime(qint64 ms) //!< "2026-11-20T09:00:00Z"
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate);
}

QJsonObject fileBasicInfo(const ActionContext& context, const Asset& asset, const Rendition* file, qint64 validS)
{
    QJsonObject info {
        { u"FileStatus"_s, asset.status == "Normal"_L1 ? u"Normal"_s : u"Uploading"_s },
        { u"Region"_s, u"cn-shanghai"_s },
        { u"CreateTime"_s, utcTime(asset.createdMs) },
        { u"ModifiedTime"_s, utcTime(asset.createdMs) },
    };
    if (!file)
        return info;
    for (const auto& [to, from] : { std::pair("Bitrate"_L1, "Bitrate"_L1), { "Duration"_L1, "Duration"_L1 },
             { "Width"_L1, "Width"_L1 }, { "Height"_L1, "Height"_L1 }, { "FileSize"_L1, "Size"_L1 } }) {
        if (file->measured.contains(from))
            info.insert(to, file->measured[from].toVariant().toString());
    }
    info.insert("FileUrl"_L1, context.mediaUrl(asset, file->file, UrlStyle::OssV4, validS));
    return info;
}

} // namespace

const Rendition* sourceOf(const Asset& asset)
{
    if (!asset.sourceFile.file.isEmpty())
        return &asset.sourceFile;
    const Rendition* best = nullptr;
    for (const Rendition& rendition : asset.renditions) {
        if (!rendition.file.endsWith(".m3u8"_L1)
            && (!best || rendition.measured["Width"_L1].toInt() >= best->measured["Width"_L1].toInt()))
            best = &rendition;
    }
    return best;
}

QJsonObject commonMediaFields(const ActionContext& context, const Asset& asset, qint64 validS)
{
    QJsonObject fields {
        { u"MediaId"_s, asset.mediaId },
        { u"Title"_s, context.faults.oddTitles ? oddTitle(asset.title, asset.index) : asset.title },
        { u"Description"_s, asset.description },
        { u"MediaType"_s, asset.mediaType },
        { u"MediaTags"_s, asset.tags },
        { u"Status"_s, asset.status },
        { u"CateId"_s, asset.cateId },
    };
    if (!asset.cover.isEmpty()) {
        const UrlStyle style = asset.urlStyle == UrlStyle::None ? UrlStyle::None : UrlStyle::OssV1;
        fields.insert("CoverURL"_L1, context.mediaUrl(asset, asset.cover, style, validS));
    }
    return fields;
}

QJsonObject mediaBasicInfo(const ActionContext& context, const Asset& asset, qint64 validS)
{
    QJsonObject info = commonMediaFields(context, asset, validS);
    for (const auto& [name, value] : {
             std::pair("Source"_L1, asset.source),
             { "BusinessType"_L1, asset.businessType },
             { "Biz"_L1, u"ICE"_s },
             { "Category"_L1, context.catalog.categoryName(asset.cateId) },
             { "InputURL"_L1, asset.inputUrl },
             { "CreateTime"_L1, utcTime(asset.createdMs) },
             { "ModifiedTime"_L1, utcTime(asset.createdMs + Asset::modifiedAfterMs) },
             { "TranscodeStatus"_L1, asset.status == "Normal"_L1 ? u"TranscodeSuccess"_s : u"Init"_s },
             { "UploadSource"_L1, u"general"_s },
         })
        info.insert(name, value);
    return info;
}

QJsonObject sourceBasicInfo(const ActionContext& context, const Asset& asset, qint64 validS)
{
    QJsonObject info = fileBasicInfo(context, asset, sourceOf(asset), validS);
    const QString name = asset.inputUrl.section(u'/', -1);
    info.insert("FileName"_L1, name);
    info.insert("FileType"_L1, u"source_file"_s);
    info.insert("FormatName"_L1, QFileInfo(name).suffix());
    return info;
}

QJsonObject renditionBasicInfo(
    const ActionContext& context, const Asset& asset, const Rendition& rendition, qint64 validS)
{
    QJsonObject info = fileBasicInfo(context, asset, &rendition, validS);
    info.insert("FileName"_L1, rendition.file.section(u'/', -1));
    info.insert("FileType"_L1, u"transcode_file"_s);
    info.insert("FormatName"_L1, QFileInfo(rendition.file).suffix());
    return info;
}

} // namespace proofreel::sandbox
