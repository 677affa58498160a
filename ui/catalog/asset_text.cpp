// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/catalog/asset_text.h"

#include "catalog/asset_list_model.h"
#include "core/one_line.h"
#include "ui/common/status_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr qsizetype kMaxTitle = 300;
constexpr double kMaxSeconds = 1e7; // 115 days

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AssetText)
};

} // namespace

QString mediaTypeText(const QString& mediaType)
{
    if (mediaType == "video"_L1)
        return Words::tr("Video");
    if (mediaType == "audio"_L1)
        return Words::tr("Audio");
    if (mediaType == "image"_L1)
        return Words::tr("Image");
    if (mediaType == "text"_L1)
        return Words::tr("Text");
    return mediaType;
}

QString durationText(double seconds)
{
    if (!std::isfinite(seconds) || seconds < 0 || seconds > kMaxSeconds)
        return {};
    const auto total = static_cast<qint64>(std::llround(seconds));
    const QString tail =
        u"%1:%2"_s.arg(total / 60 % 60, total < 3600 ? 1 : 2, 10, QChar(u'0')).arg(total % 60, 2, 10, QChar(u'0'));
    return total < 3600 ? tail : u"%1:%2"_s.arg(total / 3600).arg(tail);
}

QString agoText(const QDateTime& time)
{
    const qint64 minutes = std::clamp<qint64>(time.secsTo(QDateTime::currentDateTimeUtc()) / 60, 0, 5'000'000);
    if (minutes < 60)
        return Words::tr("%n min ago", nullptr, static_cast<int>(minutes));
    if (minutes < 48 * 60)
        return Words::tr("%n h ago", nullptr, static_cast<int>(minutes / 60));
    return Words::tr("%n day(s) ago", nullptr, static_cast<int>(minutes / 60 / 24));
}

AssetFacts assetFacts(const QModelIndex& asset)
{
    const QString status = asset.data(AssetListModel::StatusRole).toString();
    if (status == "PrepareFail"_L1)
        return { statusText(status), u"error"_s, Theme::Tone::Failure };
    if (!status.isEmpty() && status != "Normal"_L1)
        return { oneLine(statusText(status)), u"clock"_s, Theme::Tone::Warning };

    QStringList parts;
    const qint64 width = asset.data(AssetListModel::WidthRole).toLongLong();
    const qint64 height = asset.data(AssetListModel::HeightRole).toLongLong();
    if (width > 0 && height > 0)
        parts << u"%1×%2"_s.arg(width).arg(height);
    else
        parts << oneLine(mediaTypeText(asset.data(AssetListModel::MediaTypeRole).toString()));
    if (const QVariant size = asset.data(AssetListModel::SizeRole); size.isValid() && size.toLongLong() >= 0)
        parts << QLocale().formattedDataSize( // below a megabyte the tenth is noise
            size.toLongLong(), size.toLongLong() < 1'000'000 ? 0 : 1, QLocale::DataSizeSIFormat);
    parts.removeAll(QString());
    return { parts.join(u" · "_s), {}, Theme::Tone::Secondary };
}

QString assetTitle(const QModelIndex& asset)
{
    const QString title = oneLine(asset.data(AssetListModel::TitleRole).toString(), kMaxTitle).simplified();
    const bool shows = std::any_of(title.begin(), title.end(),
        [](QChar c) { return !c.isSpace() && c.category() != QChar::Other_Format; }); // e.g. spaces of no width
    return shows ? title : oneLine(asset.data(AssetListModel::MediaIdRole).toString());
}

QString mediaTypeIcon(const QString& mediaType)
{
    if (mediaType == "audio"_L1)
        return u"music"_s;
    return mediaType == "image"_L1 ? u"image"_s : u"film"_s;
}

} // namespace proofreel
