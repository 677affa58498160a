// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QPair>
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

//! What the lists, searches and details say of an asset (MediaBasicInfo plus the numbers of its first file).
struct MediaBasicInfo {
    QString mediaId, title, description, mediaType, status, source, businessType, coverUrl, inputUrl;
    QString category; //!< name: Category, or CateName where only that came
    QString transcodeStatus, uploadSource, referenceId, userData, biz;
    QStringList mediaTags;
    std::optional<qint64> cateId;
    std::optional<double> duration; //!< seconds, of the source file
    std::optional<qint64> size; //!< bytes, of the source file
    std::optional<qint64> width, height; //!< pixels, of the source file
    QDateTime createTime, modifiedTime, deletedTime;
    //! The whole entry as received, in details (GetMediaInfo, BatchGetMediaInfos). Empty in the rows of
    //! ListMediaBasicInfos and SearchMedia: a library of a million assets must not keep its JSON alive.
    QJsonObject raw;
};

struct MediaPage {
    ReplyInfo info;
    QList<MediaBasicInfo> medias;
    QString nextToken; //!< NextToken (empty: the end), or ScrollToken of a search
    std::optional<qint64> totalCount; //!< TotalCount, or Total of a search
};

//! One stream inside a file. Numbers arrive as text and are absent where they are missing or no number.
struct MediaTrack {
    enum class Kind { Video, Audio, Subtitle };
    Kind kind = Kind::Video;
    QString codecName, codecLongName, profile, lang;
    std::optional<qint64> index;
    std::optional<qint64> width, height; //!< pixels
    std::optional<qint64> channels, sampleRate; //!< sampleRate: Hz
    std::optional<double> bitrate; //!< kbit/s
    std::optional<double> fps; //!< Fps, or AvgFPS where only that came
    std::optional<double> duration; //!< seconds
    QJsonObject raw; //!< as received
    //! Name and text of every field that was received: in the order of the API's page, then those it does not
    //! know (at most 500 in all).
    [[nodiscard]] QList<QPair<QString, QString>> fields() const;
};

//! One entry of FileInfoList.
struct MediaFile {
    QString fileName, fileType, fileStatus, fileUrl, formatName, region;
    std::optional<qint64> size; //!< bytes
    std::optional<qint64> width, height; //!< pixels
    std::optional<double> duration; //!< seconds
    std::optional<double> bitrate; //!< kbit/s
    QDateTime createTime, modifiedTime;
    QList<MediaTrack> tracks; //!< video, then audio, then subtitles
    QJsonObject raw; //!< as received: FileBasicInfo and the lists of streams
};

struct MediaDetails {
    MediaBasicInfo basic;
    QList<MediaFile> files;
};

struct MediaInfoReply {
    ReplyInfo info;
    MediaDetails media;
};

struct MediaBatch {
    ReplyInfo info;
    QList<MediaDetails> medias;
    QStringList ignored; //!< ids that the service did not find
};

struct Category {
    qint64 cateId = 0;
    QString name;
    std::optional<qint64> level; //!< 0..2
    std::optional<qint64> parentId; //!< -1: the root
    QString type; //!< "default" or "material"
    std::optional<qint64> subTotal; //!< how many categories are right below it
    QJsonObject raw; //!< as received
};

//! One page of one level.
struct CategoryPage {
    ReplyInfo info;
    std::optional<Category> category; //!< whose children these are; absent at the root
    QList<Category> children; //!< entries without a CateId are left out and noted
    std::optional<qint64> subTotal; //!< of all pages
};

} // namespace proofreel
