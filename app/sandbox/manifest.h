// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/serving.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace proofreel::sandbox {

//! How the URLs of an asset are signed (section 10 of the API reference).
enum class UrlStyle { CdnTypeA, OssV1, OssV4, None };

struct Rendition {
    QString file; //!< in the asset's folder
    QJsonObject declared; //!< PlayInfo without its URLs
    QJsonObject measured; //!< what the build measured of the file
    Serving serving;
};

//! One asset of a catalogue, as catalog.json describes it and media.json measures it.
struct Asset {
    static constexpr qint64 modifiedAfterMs = 90'000;

    QString mediaId, title, description, mediaType, status, tags, source, businessType, inputUrl;
    QString folder; //!< of its media; also serves the synthetic assets made after this one
    QString cover; //!< in the folder; empty: none
    Rendition sourceFile; //!< without a file: a rendition stands for it
    QJsonArray moreAudio, subtitles; //!< tracks that the source is said to have beside its own
    qint64 cateId = 0;
    qint64 createdMs = 0;
    qint64 index = 0; //!< in the catalogue of the server
    quint32 synthetic = 0; //!< its number; 0: a demo asset
    UrlStyle urlStyle = UrlStyle::CdnTypeA;
    QList<Rendition> renditions;
    QJsonObject mediaBaseOverrides; //!< verbatim fields for the API page's own sample

    //! The one that \a file is or belongs to (a segment, a variant); nullptr: none.
    [[nodiscard]] const Rendition* renditionOf(const QString& file) const;
    [[nodiscard]] QString jobId(qsizetype rendition) const; //!< made up, different for each rendition
};

struct Category {
    qint64 id = 0, parentId = -1, level = 0;
    QString name, type;
};

struct Manifest {
    QString folder;
    QList<Asset> assets; //!< newest first
    QList<Category> categories;

    //! Reads \a catalogFile and media.json of \a folder. Error text, or nullopt.
    std::optional<QString> load(const QString& folder, const QString& catalogFile = QStringLiteral("catalog.json"));
};

//! By the numbers that Match uses: Init, Preparing, PrepareFail, Normal.
[[nodiscard]] const QStringList& statusNames();
[[nodiscard]] const QStringList& sourceNames(); //!< oss, vod, live, general

//! "bucket/object" for the oss:// and https:// forms of an address, else the text itself.
[[nodiscard]] QString normalizedInputUrl(const QString& url);

} // namespace proofreel::sandbox
