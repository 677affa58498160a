// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/scan/hdr_side_data.h"

#include "frames/av_types.h"

extern "C" {
#include <libavutil/dovi_meta.h>
#include <libavutil/mastering_display_metadata.h>
}

#include <QStringList>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

using Primaries = std::array<double, 6>; // red, green, blue: x, y

QString primariesName(const Primaries& found)
{
    static const std::array<std::pair<QLatin1StringView, Primaries>, 3> known { {
        { "BT.2020"_L1, { 0.708, 0.292, 0.170, 0.797, 0.131, 0.046 } },
        { "Display P3"_L1, { 0.680, 0.320, 0.265, 0.690, 0.150, 0.060 } },
        { "BT.709"_L1, { 0.640, 0.330, 0.300, 0.600, 0.150, 0.060 } },
    } };
    for (const auto& [name, primaries] : known) {
        bool same = true;
        for (size_t i = 0; i < found.size(); ++i)
            same = same && std::abs(found[i] - primaries[i]) < 0.0015;
        if (same)
            return name;
    }
    QStringList numbers;
    for (const double number : found)
        numbers << QString::number(number, 'f', 3);
    return numbers.join(u' ');
}

} // namespace

std::optional<MasteringDisplay> masteringOf(const AVFrame* frame)
{
    const AVFrameSideData* side = av_frame_get_side_data(frame, AV_FRAME_DATA_MASTERING_DISPLAY_METADATA);
    if (!side || side->size < sizeof(AVMasteringDisplayMetadata))
        return std::nullopt;
    const auto* data = reinterpret_cast<const AVMasteringDisplayMetadata*>(side->data);
    MasteringDisplay display;
    if (data->has_luminance) {
        display.minLuminance = av_q2d(data->min_luminance);
        display.maxLuminance = av_q2d(data->max_luminance);
    }
    if (data->has_primaries) {
        Primaries primaries {};
        for (size_t i = 0; i < primaries.size(); ++i)
            primaries[i] = av_q2d(data->display_primaries[i / 2][i % 2]);
        display.primaries = primariesName(primaries);
    }
    return display;
}

void lightLevelOf(const AVFrame* frame, std::optional<int>& maxCll, std::optional<int>& maxFall)
{
    const AVFrameSideData* side = av_frame_get_side_data(frame, AV_FRAME_DATA_CONTENT_LIGHT_LEVEL);
    if (!side || side->size < sizeof(AVContentLightMetadata))
        return;
    const auto* data = reinterpret_cast<const AVContentLightMetadata*>(side->data);
    maxCll = static_cast<int>(std::min(data->MaxCLL, 100'000u));
    maxFall = static_cast<int>(std::min(data->MaxFALL, 100'000u));
}

QString dolbyVisionProfile(const AVStream* stream)
{
    const uint8_t* data = streamSideData(stream, AV_PKT_DATA_DOVI_CONF, sizeof(AVDOVIDecoderConfigurationRecord));
    if (!data)
        return {};
    const auto* record = reinterpret_cast<const AVDOVIDecoderConfigurationRecord*>(data);
    const QString profile = u"profile %1"_s.arg(record->dv_profile);
    return record->dv_bl_signal_compatibility_id ? u"%1.%2"_s.arg(profile).arg(record->dv_bl_signal_compatibility_id)
                                                 : profile;
}

} // namespace proofreel
