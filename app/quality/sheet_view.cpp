// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/sheet_view.h"

#include "quality/hdr_kind.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

template <typename T>
const T* valueOf(const std::optional<Result<T>>& result)
{
    return result && *result ? &**result : nullptr;
}

} // namespace

const MediaFacts* fileOf(const StreamSheet& stream)
{
    return valueOf(stream.container);
}

const VideoFacts* fileVideoOf(const StreamSheet& stream)
{
    const MediaFacts* file = fileOf(stream);
    return file && file->video ? &*file->video : nullptr;
}

const DecodedFacts* decodedOf(const StreamSheet& stream)
{
    return valueOf(stream.decoded);
}

bool isVideo(const StreamSheet& stream)
{
    if (!stream.info.streamType.isEmpty())
        return stream.info.streamType == "video"_L1;
    return fileVideoOf(stream) || stream.info.width;
}

bool isPlaylist(const StreamSheet& stream)
{
    const MediaFacts* file = fileOf(stream);
    return stream.hls || stream.info.format == "m3u8"_L1 || (file && file->format == "m3u8"_L1);
}

bool isOriginal(const StreamSheet& stream)
{
    return stream.info.definition == "OD"_L1;
}

bool isAdaptive(const StreamSheet& stream)
{
    return stream.info.definition == "AUTO"_L1 || (stream.hls && stream.hls->playlists.size() > 1);
}

bool isNarrowBand(const StreamSheet& stream)
{
    const QString& type = stream.info.narrowBandType;
    return (!type.isEmpty() && type != "0"_L1) || stream.info.transTemplateType.startsWith("NarrowBand"_L1);
}

QString hdrClass(const StreamSheet& stream)
{
    const VideoFacts* video = fileVideoOf(stream);
    if (video && !video->hdr.isEmpty())
        return video->hdr;
    return isHdrType(stream.info.hdrType) ? stream.info.hdrType : u"SDR"_s;
}

std::optional<double> displayAspect(const StreamSheet& stream)
{
    if (const VideoFacts* video = fileVideoOf(stream)) {
        if (video->aspect && *video->aspect > 0)
            return video->aspect;
        if (video->width.value_or(0) > 0 && video->height.value_or(0) > 0) {
            const double stored = double(*video->width) / double(*video->height);
            return video->rotation.value_or(0) % 180 == 0 ? stored : 1 / stored;
        }
    }
    if (stream.info.width.value_or(0) > 0 && stream.info.height.value_or(0) > 0)
        return double(*stream.info.width) / double(*stream.info.height);
    return std::nullopt;
}

QString orientation(const StreamSheet& stream)
{
    const auto aspect = displayAspect(stream);
    if (!aspect)
        return {};
    return *aspect > 1.05 ? u"landscape"_s : *aspect < 0.95 ? u"portrait"_s : u"square"_s;
}

std::optional<double> kbpsOf(const StreamSheet& stream)
{
    const MediaFacts* file = fileOf(stream);
    return file && file->bitrateKbps ? file->bitrateKbps : stream.info.bitrate;
}

std::optional<double> bytesOf(const StreamSheet& stream)
{
    const MediaFacts* file = fileOf(stream);
    const auto bytes = file && file->sizeBytes ? file->sizeBytes : stream.info.size;
    return bytes ? std::optional(double(*bytes)) : std::nullopt;
}

std::optional<double> frameRateOf(const StreamSheet& stream)
{
    const VideoFacts* video = fileVideoOf(stream);
    return video && video->frameRate ? video->frameRate : stream.info.fps;
}

double consensus(const QList<double>& values, const std::function<bool(double, double)>& agree)
{
    QList<double> largest;
    double middle = values.constFirst();
    for (const double candidate : values) {
        QList<double> group;
        std::copy_if(values.cbegin(), values.cend(), std::back_inserter(group),
            [&](double other) { return agree(candidate, other); });
        if (group.isEmpty()) // no number at all
            continue;
        std::sort(group.begin(), group.end());
        const double median = group[group.size() / 2];
        if (group.size() > largest.size() || (group.size() == largest.size() && median > middle)) {
            largest = group;
            middle = median;
        }
    }
    return middle;
}

QString majority(const QStringList& texts)
{
    QString best;
    qsizetype most = 0;
    for (const QString& candidate : texts) {
        const qsizetype count = candidate.isEmpty() ? 0 : texts.count(candidate);
        if (count > most) {
            most = count;
            best = candidate;
        }
    }
    return best;
}

} // namespace proofreel
