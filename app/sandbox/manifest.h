// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace proofreel::sandbox {

//! How the URLs of an asset are signed (section 10 of the API reference).
enum class UrlStyle { CdnTypeA, OssV1, OssV4, None };

struct Rendition {
    QString file; //!< in the asset's folder
    QJsonObject declared; //!< PlayInfo without its URLs
    QJsonObject measured; //!< what the build measured of the file
};

//! One asset of the demo catalogue, as catalog.json describes it and media.json measures it.
struct Asset {
    QString mediaId, title, description, mediaType, status, tags, source, businessType, inputUrl;
    QString folder; //!< of its media; also serves the synthetic assets made after this one
    QString cover, sourceFile; //!< in the folder; empty: none
    qint64 cateId = 0;
    qint64 createdMs = 0;
    UrlStyle urlStyle = UrlStyle::CdnTypeA;
    QList<Rendition> renditions;
    QJsonObject mediaBaseOverrides; //!< verbatim fields for the API page's own sample
};

struct Category {
    qint64 id = 0, parentId = -1, level = 0;
    QString name, type;
};

struct Manifest {
    QString folder;
    QList<Asset> assets; //!< newest first
    QList<Category> categories;

    //! Reads catalog.json and media.json of \a folder. Error text, or nullopt.
    std::optional<QString> load(const QString& folder);
};

} // namespace proofreel::sandbox
