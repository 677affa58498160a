// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/asset_row.h"

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr qsizetype kMaxText = 300; // characters of a title, of all tags, of a category
constexpr qsizetype kMaxWord = 64;
constexpr qsizetype kMaxUrl = 8192;

//! A cut must not leave half of a surrogate pair.
QString bounded(const QString& text, qsizetype limit)
{
    if (text.size() <= limit)
        return text;
    return text.left(text.at(limit - 1).isHighSurrogate() ? limit - 1 : limit);
}

//! Half a URL is worth nothing.
QString wholeUrl(const QString& url)
{
    return url.size() <= kMaxUrl ? url : QString();
}

} // namespace

AssetRow AssetRow::from(const MediaBasicInfo& media)
{
    AssetRow row;
    row.mediaId = media.mediaId;
    row.title = bounded(media.title, kMaxText);
    row.mediaType = bounded(media.mediaType, kMaxWord);
    row.status = bounded(media.status, kMaxWord);
    row.source = bounded(media.source, kMaxWord);
    row.category = bounded(media.category, kMaxText);
    row.tags = bounded(media.mediaTags.join(", "_L1), kMaxText);
    row.coverUrl = wholeUrl(media.coverUrl);
    row.inputUrl = wholeUrl(media.inputUrl);
    if (media.createTime.isValid())
        row.createdMs = media.createTime.toMSecsSinceEpoch();
    if (media.modifiedTime.isValid())
        row.modifiedMs = media.modifiedTime.toMSecsSinceEpoch();
    row.cateId = media.cateId.value_or(-1);
    row.size = media.size.value_or(-1);
    row.width = media.width.value_or(-1);
    row.height = media.height.value_or(-1);
    row.duration = media.duration.value_or(-1);
    return row;
}

QDataStream& operator<<(QDataStream& out, const AssetRow& row)
{
    for (const QString* text : { &row.mediaId, &row.title, &row.mediaType, &row.status, &row.source, &row.category,
             &row.tags, &row.coverUrl, &row.inputUrl })
        out << text->toUtf8();
    return out << row.createdMs << row.modifiedMs << row.cateId << row.size << row.width << row.height << row.duration;
}

QDataStream& operator>>(QDataStream& in, AssetRow& row)
{
    QByteArray utf8;
    for (QString* text : { &row.mediaId, &row.title, &row.mediaType, &row.status, &row.source, &row.category, &row.tags,
             &row.coverUrl, &row.inputUrl }) {
        in >> utf8;
        *text = QString::fromUtf8(utf8);
    }
    return in >> row.createdMs >> row.modifiedMs >> row.cateId >> row.size >> row.width >> row.height >> row.duration;
}

} // namespace proofreel
