// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/manifest.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

namespace proofreel::sandbox {

using namespace Qt::StringLiterals;

namespace {

std::optional<QString> readJson(const QString& path, QJsonObject& object)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return u"Cannot read %1: %2."_s.arg(path, file.errorString());
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isObject())
        return u"%1 is not a JSON object: %2."_s.arg(path, error.errorString());
    object = document.object();
    return {};
}

UrlStyle urlStyle(const QString& name)
{
    if (name == "oss1"_L1)
        return UrlStyle::OssV1;
    if (name == "oss4"_L1)
        return UrlStyle::OssV4;
    return name == "none"_L1 ? UrlStyle::None : UrlStyle::CdnTypeA;
}

void merge(QJsonObject& target, const QJsonObject& over)
{
    for (auto it = over.begin(); it != over.end(); ++it) {
        if (it.value().isNull())
            target.remove(it.key());
        else
            target.insert(it.key(), it.value());
    }
}

Asset parseAsset(const QJsonObject& json, const QJsonObject& media, const QJsonObject& defaults)
{
    Asset asset;
    asset.mediaId = json["MediaId"_L1].toString();
    asset.title = json["Title"_L1].toString();
    asset.description = json["Description"_L1].toString();
    asset.mediaType = json["MediaType"_L1].toString(u"video"_s);
    asset.status = json["Status"_L1].toString(u"Normal"_s);
    asset.tags = json["MediaTags"_L1].toString();
    asset.source = json["Source"_L1].toString(u"oss"_s);
    asset.businessType = json["BusinessType"_L1].toString(u"general"_s);
    asset.inputUrl = json["InputURL"_L1].toString();
    asset.folder = json["folder"_L1].toString();
    asset.cover = json["cover"_L1].toString(asset.folder.isEmpty() ? QString() : u"cover.jpg"_s);
    asset.sourceFile.file = json["source"_L1].toString();
    asset.sourceFile.measured = media[asset.folder + u'/' + asset.sourceFile.file].toObject();
    asset.moreAudio = json["tracks"_L1]["audio"_L1].toArray();
    asset.subtitles = json["tracks"_L1]["subtitles"_L1].toArray();
    asset.cateId = json["CateId"_L1].toInteger();
    asset.createdMs = QDateTime::fromString(json["created"_L1].toString(), Qt::ISODate).toMSecsSinceEpoch();
    asset.urlStyle = urlStyle(json["urls"_L1].toString());
    asset.mediaBaseOverrides = json["MediaBase"_L1].toObject();
    const QJsonArray streams = json["streams"_L1].toArray();
    for (int i = 0; i < streams.size(); ++i) {
        const QJsonObject stream = streams[i].toObject();
        Rendition rendition;
        rendition.file = stream["file"_L1].toString();
        // A broken file can be declared as the sound one that it stands for.
        const QString sound = stream["measures"_L1].toString(asset.folder + u'/' + rendition.file);
        rendition.measured = media[QDir::cleanPath(sound)].toObject();
        rendition.serving = Serving::parse(stream["serve"_L1].toObject());
        rendition.declared = defaults;
        QJsonObject measured = rendition.measured;
        for (const auto& ours : { "codec"_L1, "audio"_L1, "VideoStream"_L1, "AudioStream"_L1 })
            measured.remove(ours);
        merge(rendition.declared, measured);
        const QDateTime made = QDateTime::fromMSecsSinceEpoch(asset.createdMs + (i + 1) * 61'000, Qt::UTC);
        rendition.declared.insert("CreationTime"_L1, made.toString(Qt::ISODate));
        rendition.declared.insert("ModificationTime"_L1, made.addSecs(45).toString(Qt::ISODate));
        rendition.declared.insert("JobId"_L1, asset.jobId(i));
        merge(rendition.declared, stream["PlayInfo"_L1].toObject());
        asset.renditions.append(rendition);
    }
    return asset;
}

} // namespace

const Rendition* Asset::renditionOf(const QString& file) const
{
    for (const Rendition& rendition : renditions) {
        const qsizetype folderEnd = rendition.file.endsWith(".m3u8"_L1) ? rendition.file.lastIndexOf(u'/') + 1 : 0;
        if (file == rendition.file || (folderEnd > 0 && file.startsWith(rendition.file.left(folderEnd))))
            return &rendition;
    }
    return nullptr;
}

QString Asset::jobId(qsizetype rendition) const
{
    return mediaId.mid(4, 28) + u"%1"_s.arg(rendition + 1, 4, 16, QLatin1Char('0'));
}

const QStringList& statusNames()
{
    static const QStringList names { u"Init"_s, u"Preparing"_s, u"PrepareFail"_s, u"Normal"_s };
    return names;
}

const QStringList& sourceNames()
{
    static const QStringList names { u"oss"_s, u"vod"_s, u"live"_s, u"general"_s };
    return names;
}

QString normalizedInputUrl(const QString& text)
{
    const QUrl url(text);
    if (url.scheme() == "oss"_L1)
        return url.host() + url.path();
    if (url.scheme() == "https"_L1 || url.scheme() == "http"_L1)
        return url.host().section(u".oss-"_s, 0, 0) + url.path();
    return text;
}

std::optional<QString> Manifest::load(const QString& path, const QString& catalogFile)
{
    folder = path;
    QJsonObject catalog, media;
    if (auto error = readJson(QDir(path).filePath(catalogFile), catalog))
        return error;
    if (auto error = readJson(QDir(path).filePath(u"media.json"_s), media))
        return error;
    const QJsonObject defaults = catalog["PlayInfoDefaults"_L1].toObject();
    const QJsonArray list = catalog["assets"_L1].toArray();
    for (const QJsonValue& value : list) {
        assets.append(parseAsset(value.toObject(), media, defaults));
        QList<Rendition> files = assets.last().renditions;
        if (!assets.last().sourceFile.file.isEmpty())
            files.append(assets.last().sourceFile);
        for (const Rendition& file : std::as_const(files)) {
            if (file.measured.isEmpty()) {
                return u"%1 describes %2/%3, which media.json does not have."_s.arg(
                    path, assets.last().folder, file.file);
            }
        }
    }
    std::stable_sort(
        assets.begin(), assets.end(), [](const Asset& a, const Asset& b) { return a.createdMs > b.createdMs; });
    const QJsonArray tree = catalog["categories"_L1].toArray();
    for (const QJsonValue& value : tree) {
        const QJsonObject node = value.toObject();
        categories.append({ node["CateId"_L1].toInteger(), node["ParentId"_L1].toInteger(-1),
            node["Level"_L1].toInteger(), node["CateName"_L1].toString(), node["Type"_L1].toString(u"default"_s) });
    }
    if (assets.isEmpty())
        return u"%1 holds no assets."_s.arg(path);
    return {};
}

} // namespace proofreel::sandbox
