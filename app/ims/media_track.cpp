// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/types.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <span>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr qsizetype maxFields = 500;
constexpr qsizetype maxText = 16'384;

// The order of the API's response model; the three kinds have their own lists.
constexpr QLatin1StringView videoFields[] = { "AvgFPS"_L1, "Bitrate"_L1, "CodecLongName"_L1, "CodecName"_L1,
    "CodecTag"_L1, "CodecTagString"_L1, "CodecTimeBase"_L1, "Dar"_L1, "Duration"_L1, "Fps"_L1, "HasBFrames"_L1,
    "Height"_L1, "Index"_L1, "Lang"_L1, "Level"_L1, "Nb_frames"_L1, "NumFrames"_L1, "PixFmt"_L1, "Profile"_L1,
    "Rotate"_L1, "Sar"_L1, "StartTime"_L1, "Timebase"_L1, "Width"_L1 };
constexpr QLatin1StringView audioFields[] = { "Bitrate"_L1, "ChannelLayout"_L1, "Channels"_L1, "CodecLongName"_L1,
    "CodecName"_L1, "CodecTag"_L1, "CodecTagString"_L1, "CodecTimeBase"_L1, "Duration"_L1, "Fps"_L1, "Index"_L1,
    "Lang"_L1, "NumFrames"_L1, "Profile"_L1, "SampleFmt"_L1, "SampleRate"_L1, "StartTime"_L1, "Timebase"_L1 };
constexpr QLatin1StringView subtitleFields[] = { "CodecLongName"_L1, "CodecName"_L1, "CodecTag"_L1, "CodecTagString"_L1,
    "CodecTimeBase"_L1, "Duration"_L1, "Index"_L1, "Lang"_L1, "StartTime"_L1, "Timebase"_L1 };

std::span<const QLatin1StringView> documented(MediaTrack::Kind kind)
{
    switch (kind) {
    case MediaTrack::Kind::Video:
        return videoFields;
    case MediaTrack::Kind::Audio:
        return audioFields;
    case MediaTrack::Kind::Subtitle:
        return subtitleFields;
    }
    return {};
}

QString textOf(const QJsonValue& value)
{
    QString text = value.toVariant().toString();
    if (value.isObject())
        text = QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    else if (value.isArray())
        text = QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return text.left(maxText);
}

} // namespace

QList<QPair<QString, QString>> MediaTrack::fields() const
{
    QList<QPair<QString, QString>> out;
    QJsonObject rest = raw;
    for (const QLatin1StringView name : documented(kind)) {
        if (const QJsonValue value = rest.take(name); !value.isUndefined())
            out.emplaceBack(name, textOf(value));
    }
    for (auto it = rest.constBegin(); it != rest.constEnd() && out.size() < maxFields; ++it)
        out.emplaceBack(it.key().left(maxText), textOf(*it));
    return out;
}

} // namespace proofreel
