// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace proofreel {

//! What the service said around its answer.
struct ReplyInfo {
    QString requestId;
    int httpStatus = 0;
    int tries = 1; //!< 1 + retries
    qint64 elapsedMs = 0; //!< all tries and waits together
    qint64 clockOffsetMs = 0; //!< server time minus this PC's, as applied to the request that succeeded
    QString host;
    QByteArray body; //!< byte for byte as received
    QDateTime requestedAt; //!< UTC (corrected clock): start of the validity of the URLs in it
    //! Fields that were there with a type or content other than documented, one readable line each. Their raw
    //! value is kept in `raw`; nothing is dropped silently.
    QStringList oddities;
};

//! MediaBase of GetPlayInfo. Every field may be absent: absent text is empty, absent numbers are nullopt.
struct MediaBase {
    QString mediaId, title, description, mediaType, status, coverUrl;
    QStringList mediaTags; //!< split at commas, trimmed
    std::optional<qint64> cateId;
    QDateTime creationTime; //!< with its own offset; invalid if absent or unreadable
    QJsonObject raw; //!< as received
};

//! One entry of PlayInfoList: all 23 fields. Text of enumerations is kept as it came, known or not.
struct PlayInfo {
    QString definition, format, streamType, status, encryptType, hdrType, narrowBandType, transTemplateType;
    QString jobId, watermarkId, playUrl, fileUrl;
    std::optional<qint64> size; //!< bytes
    std::optional<qint64> width, height; //!< pixels
    std::optional<qint64> encrypt; //!< 0 or 1
    std::optional<qint64> bitDepth;
    std::optional<double> bitrate; //!< kbit/s; arrives as text
    std::optional<double> duration; //!< seconds; arrives as text
    std::optional<double> fps; //!< arrives as text
    QDateTime creationTime, modificationTime; //!< with their own offset
    QString streamTagsText; //!< as received
    QJsonValue streamTags; //!< decoded, whether encoded once or twice; Undefined if it is not JSON
    QJsonObject raw; //!< as received
};

struct PlayInfoReply {
    ReplyInfo info;
    MediaBase mediaBase;
    QList<PlayInfo> playInfoList;
};

//! One row of ListMediaBasicInfos (MediaBasicInfo plus the first FileBasicInfo's numbers).
struct MediaBasicInfo {
    QString mediaId, title, description, mediaType, status, source, businessType, category, coverUrl, inputUrl;
    QStringList mediaTags;
    std::optional<qint64> cateId;
    std::optional<double> duration; //!< seconds, of the source file
    std::optional<qint64> size; //!< bytes, of the source file
    std::optional<qint64> width, height; //!< pixels, of the source file
    QDateTime createTime, modifiedTime;
    QJsonObject raw;
};

struct MediaPage {
    ReplyInfo info;
    QList<MediaBasicInfo> medias;
    QString nextToken; //!< empty: the end
    std::optional<qint64> totalCount;
};

} // namespace proofreel
