// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/streams/stream_columns.h"

#include "streams/stream_fields.h"
#include "streams/stream_model.h"
#include "ui/streams/stream_delegate.h"

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

const QList<int> kFirstShown { StreamModel::Definition, StreamModel::Format, StreamModel::HdrType, StreamModel::Size,
    StreamModel::Bitrate, StreamModel::Width, StreamModel::Height, StreamModel::Fps, StreamModel::EncryptType,
    StreamModel::Check };

// A typical long value; ids and URLs are elided.
QString sample(int column)
{
    switch (column) {
    case StreamModel::Definition:
        return u"AUTO"_s;
    case StreamModel::Format:
        return u"m3u8"_s;
    case StreamModel::HdrType:
        return u"HDR10"_s;
    case StreamModel::Size:
        return u"999.99"_s;
    case StreamModel::Bitrate:
        return u"99 999"_s;
    case StreamModel::Check:
        return u"⚠✕"_s;
    case StreamModel::Duration:
        return u"1:02:03.000"_s;
    case StreamModel::EncryptType:
        return u"HLSEncryption"_s;
    case StreamModel::CreationTime:
    case StreamModel::ModificationTime:
        return u"2026-12-30 23:59:59"_s;
    case StreamModel::JobId:
    case StreamModel::WatermarkId:
    case StreamModel::StreamTags:
        return u"36c9d38e70bf…8d6356abc"_s;
    case StreamModel::PlayUrl:
    case StreamModel::FileUrl:
        return u"https://outin.oss-cn-shanghai.aliyuncs.com/sv/43a6"_s;
    default:
        return u"59.94"_s;
    }
}

} // namespace

TableColumnSet streamColumns(const QWidget* table)
{
    TableColumnSet set;
    set.settingsKey = u"streams/columns2"_s;
    set.firstShown = kFirstShown;
    set.title = streamFieldTitle;
    set.sample = sample;
    set.markColumn = StreamModel::Definition;
    set.markWidth = StreamDelegate::gutter(table);
    set.sortColumn = StreamModel::Definition;
    return set;
}

} // namespace proofreel
