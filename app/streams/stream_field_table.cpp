// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "streams/stream_field_table.h"

#include "streams/stream_model.h"

#include <QtGlobal>

#include <array>

namespace proofreel {

namespace {

// In the order of StreamModel::Column.
const std::array<StreamField, StreamModel::ColumnCount> kFields { {
    { "Definition", QT_TRANSLATE_NOOP("StreamFields", "Definition"),
        QT_TRANSLATE_NOOP("StreamFields", "Quality level, ordered FD LD SD HD 2K 4K OD; sound SQ HQ"),
        &PlayInfo::definition },
    { "Format", QT_TRANSLATE_NOOP("StreamFields", "Format"),
        QT_TRANSLATE_NOOP("StreamFields", "Container: mp4, m3u8 or mp3"), &PlayInfo::format },
    { "HDRType", QT_TRANSLATE_NOOP("StreamFields", "HDR"),
        QT_TRANSLATE_NOOP("StreamFields", "High dynamic range; none named means SDR"), &PlayInfo::hdrType },
    { "Size", QT_TRANSLATE_NOOP("StreamFields", "Size, MB"),
        QT_TRANSLATE_NOOP("StreamFields", "File size, in bytes from the service, in MB (1,000,000 bytes) here"),
        &PlayInfo::size },
    { "Bitrate", QT_TRANSLATE_NOOP("StreamFields", "kbit/s"), QT_TRANSLATE_NOOP("StreamFields", "Bitrate in kbit/s"),
        &PlayInfo::bitrate },
    { "Width", QT_TRANSLATE_NOOP("StreamFields", "Width"), QT_TRANSLATE_NOOP("StreamFields", "Width in pixels"),
        &PlayInfo::width },
    { "Height", QT_TRANSLATE_NOOP("StreamFields", "Height"), QT_TRANSLATE_NOOP("StreamFields", "Height in pixels"),
        &PlayInfo::height },
    { "Fps", QT_TRANSLATE_NOOP("StreamFields", "fps"), QT_TRANSLATE_NOOP("StreamFields", "Frames per second"),
        &PlayInfo::fps },
    { "Duration", QT_TRANSLATE_NOOP("StreamFields", "Duration"),
        QT_TRANSLATE_NOOP("StreamFields", "Duration; in seconds from the service"), &PlayInfo::duration },
    { "BitDepth", QT_TRANSLATE_NOOP("StreamFields", "Bits"), QT_TRANSLATE_NOOP("StreamFields", "Colour depth in bits"),
        &PlayInfo::bitDepth },
    { "StreamType", QT_TRANSLATE_NOOP("StreamFields", "Type"), QT_TRANSLATE_NOOP("StreamFields", "video or audio"),
        &PlayInfo::streamType },
    { "Encrypt", QT_TRANSLATE_NOOP("StreamFields", "Encrypted"),
        QT_TRANSLATE_NOOP("StreamFields", "0: not encrypted, 1: encrypted"), &PlayInfo::encrypt },
    { "EncryptType", QT_TRANSLATE_NOOP("StreamFields", "Encryption"),
        QT_TRANSLATE_NOOP("StreamFields", "HLSEncryption (plays here) or AliyunVoDEncryption (only Alibaba's player)"),
        &PlayInfo::encryptType },
    { "Status", QT_TRANSLATE_NOOP("StreamFields", "Status"), QT_TRANSLATE_NOOP("StreamFields", "Normal or Invisible"),
        &PlayInfo::status },
    { "NarrowBandType", QT_TRANSLATE_NOOP("StreamFields", "Narrowband"),
        QT_TRANSLATE_NOOP("StreamFields", "Narrowband HD: 0 none, 1.0 or 2.0"), &PlayInfo::narrowBandType },
    { "TransTemplateType", QT_TRANSLATE_NOOP("StreamFields", "Template"),
        QT_TRANSLATE_NOOP("StreamFields", "Kind of the transcoding template"), &PlayInfo::transTemplateType },
    { "WatermarkId", QT_TRANSLATE_NOOP("StreamFields", "Watermark"),
        QT_TRANSLATE_NOOP("StreamFields", "Id of the watermark"), &PlayInfo::watermarkId },
    { "JobId", QT_TRANSLATE_NOOP("StreamFields", "Job"), QT_TRANSLATE_NOOP("StreamFields", "Id of the transcoding job"),
        &PlayInfo::jobId },
    { "StreamTags", QT_TRANSLATE_NOOP("StreamFields", "Tags"),
        QT_TRANSLATE_NOOP("StreamFields", "Tags of the transcoding, JSON"), &PlayInfo::streamTagsText },
    { "CreationTime", QT_TRANSLATE_NOOP("StreamFields", "Created"),
        QT_TRANSLATE_NOOP("StreamFields", "Time of creation, in this PC's time zone"), &PlayInfo::creationTime },
    { "ModificationTime", QT_TRANSLATE_NOOP("StreamFields", "Modified"),
        QT_TRANSLATE_NOOP("StreamFields", "Time of the last change, in this PC's time zone"),
        &PlayInfo::modificationTime },
    { "PlayURL", QT_TRANSLATE_NOOP("StreamFields", "PlayURL"),
        QT_TRANSLATE_NOOP("StreamFields", "The link to play; its signature is hidden"), &PlayInfo::playUrl },
    { "FileURL", QT_TRANSLATE_NOOP("StreamFields", "FileURL"),
        QT_TRANSLATE_NOOP("StreamFields", "URL of the file in OSS"), &PlayInfo::fileUrl },
    { "", QT_TRANSLATE_NOOP("StreamFields", "Link life"),
        QT_TRANSLATE_NOOP("StreamFields", "How long the link can still be used"), std::monostate {} },
    { "", QT_TRANSLATE_NOOP("StreamFields", "QA"),
        QT_TRANSLATE_NOOP("StreamFields", "What the check of this rendition found"), std::monostate {} },
} };

} // namespace

const StreamField& StreamField::of(int column)
{
    static const StreamField none { "", "", "", std::monostate {} };
    return column >= 0 && column < StreamModel::ColumnCount ? kFields.at(static_cast<size_t>(column)) : none;
}

} // namespace proofreel
