// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ims/types.h"

#include <QJsonObject>

namespace proofreel::samples {

using namespace Qt::StringLiterals;

inline PlayInfo stream(
    const QString& definition, const QString& format, const QString& hdr = {}, const QString& job = {})
{
    PlayInfo info;
    info.definition = definition;
    info.format = format;
    info.hdrType = hdr;
    info.jobId = job;
    info.status = u"Normal"_s;
    info.encrypt = 0;
    info.playUrl = u"https://cdn.example.com/%1.%2?auth_key=1900000000-0-0-abc"_s.arg(definition, format);
    info.raw = QJsonObject { { u"Definition"_s, definition }, { u"Format"_s, format }, { u"Status"_s, info.status },
        { u"Encrypt"_s, 0 }, { u"PlayURL"_s, info.playUrl } };
    if (!hdr.isEmpty())
        info.raw.insert(u"HDRType"_s, hdr);
    if (!job.isEmpty())
        info.raw.insert(u"JobId"_s, job);
    return info;
}

inline PlayInfoReply reply(const QList<PlayInfo>& infos, const QString& mediaId = u"media1"_s)
{
    PlayInfoReply reply;
    reply.mediaBase.mediaId = mediaId;
    reply.mediaBase.status = u"Normal"_s;
    reply.info.requestedAt = QDateTime(QDate(2026, 3, 30), QTime(12, 0), Qt::UTC);
    reply.playInfoList = infos;
    return reply;
}

//! The entry of the API page's own sample.
inline PlayInfo publishedSample()
{
    PlayInfo info;
    info.creationTime = QDateTime::fromString(u"2022-05-10T02:28:49Z"_s, Qt::ISODate);
    info.modificationTime = QDateTime::fromString(u"2022-05-13T11:39:41.714+08:00"_s, Qt::ISODateWithMs);
    info.status = u"Normal"_s;
    info.narrowBandType = u"0"_s;
    info.height = 1080;
    info.width = 1024;
    info.bitrate = 20;
    info.watermarkId = u"5bed88672b1e2520ead228935ed51***"_s;
    info.encrypt = 0;
    info.encryptType = u"AliyunVoDEncryption"_s;
    info.definition = u"HD"_s;
    info.streamType = u"video"_s;
    info.size = 418112;
    info.fps = 25;
    info.duration = 9.0464;
    info.playUrl = u"https://cdn.example.com/sv/756bee1-17f980f0945/756bee1-17f980f0945.mp4"_s;
    info.format = u"mp4"_s;
    info.hdrType = u"HDR"_s;
    info.bitDepth = 8;
    info.fileUrl = u"http://outin.oss-cn-shanghai.aliyuncs.com/sv/43a68ee9/43a68ee9.mpeg"_s;
    info.transTemplateType = u"Normal"_s;
    info.streamTagsText = u"\"{\\\"ims.audioServiceType\\\": \\\"AudioEnhancement\\\"}\""_s;
    info.streamTags = QJsonObject { { u"ims.audioServiceType"_s, u"AudioEnhancement"_s } };
    info.jobId = u"36c9d38e70bf43ed9f7f8f48d6356***"_s;
    info.raw = QJsonObject { { u"CreationTime"_s, u"2022-05-10T02:28:49Z"_s }, { u"Status"_s, u"Normal"_s },
        { u"NarrowBandType"_s, u"0"_s }, { u"Height"_s, 1080 }, { u"Bitrate"_s, u"20"_s },
        { u"ModificationTime"_s, u"2022-05-13T11:39:41.714+08:00"_s }, { u"WatermarkId"_s, info.watermarkId },
        { u"Encrypt"_s, 0 }, { u"Definition"_s, u"HD"_s }, { u"EncryptType"_s, info.encryptType },
        { u"StreamType"_s, u"video"_s }, { u"Size"_s, 418112 }, { u"Width"_s, 1024 }, { u"Fps"_s, u"25"_s },
        { u"Duration"_s, u"9.0464"_s }, { u"PlayURL"_s, info.playUrl }, { u"Format"_s, u"mp4"_s },
        { u"HDRType"_s, u"HDR"_s }, { u"BitDepth"_s, 8 }, { u"FileURL"_s, info.fileUrl },
        { u"TransTemplateType"_s, u"Normal"_s }, { u"StreamTags"_s, info.streamTagsText }, { u"JobId"_s, info.jobId } };
    return info;
}

} // namespace proofreel::samples
