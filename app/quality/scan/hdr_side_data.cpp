// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/scan/hdr_side_data.h"

#include "frames/av_types.h"
#include "quality/hdr_kind.h"

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

// By the RPU's header, as ETSI GS CCM 001 and the profiles' descriptions have it; 0: another.
int dolbyProfileOf(const AVFrame* frame)
{
    const AVFrameSideData* side = av_frame_get_side_data(frame, AV_FRAME_DATA_DOVI_METADATA);
    if (!side || side->size < sizeof(AVDOVIMetadata))
        return 0;
    const AVDOVIRpuDataHeader* header = av_dovi_get_header(reinterpret_cast<const AVDOVIMetadata*>(side->data));
    if (header->vdr_rpu_profile == 0)
        return header->bl_video_full_range_flag ? 5 : 0;
    if (header->vdr_rpu_profile != 1)
        return 0;
    return header->el_spatial_resampling_filter_flag && !header->disable_residual_flag ? 7 : 8;
}

} // namespace

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

void HdrMarks::add(const AVFrame* frame)
{
    if (frame->nb_side_data == 0)
        return;
    if (!m_mastering)
        m_mastering = masteringOf(frame);
    if (!m_maxCll)
        lightLevelOf(frame, m_maxCll, m_maxFall);
    m_vivid = m_vivid || av_frame_get_side_data(frame, AV_FRAME_DATA_DYNAMIC_HDR_VIVID);
    m_hdr10Plus = m_hdr10Plus || av_frame_get_side_data(frame, AV_FRAME_DATA_DYNAMIC_HDR_PLUS);
    m_dolby = m_dolby || av_frame_get_side_data(frame, AV_FRAME_DATA_DOVI_METADATA)
        || av_frame_get_side_data(frame, AV_FRAME_DATA_DOVI_RPU_BUFFER);
    if (m_dolby && m_dolbyProfile == 0)
        m_dolbyProfile = dolbyProfileOf(frame);
}

void HdrMarks::apply(VideoFacts& video, const AVStream* stream) const
{
    if (m_mastering)
        video.mastering = m_mastering;
    if (m_maxCll) {
        video.maxCll = m_maxCll;
        video.maxFall = m_maxFall;
    }
    video.hdr = hdrKindOf(video, m_dolby, m_vivid);
    video.hdrDetail = m_dolby ? dolbyVisionProfile(stream) : m_hdr10Plus ? u"HDR10+"_s : QString();
    if (m_dolby && video.hdrDetail.isEmpty() && m_dolbyProfile > 0) {
        const QString base = hdrBaseOf(video);
        const char* fits = m_dolbyProfile != 8 ? ""
            : base == "HDR10"_L1               ? ".1"
            : base == "SDR"_L1                 ? ".2"
            : base == "HLG"_L1                 ? ".4"
                                               : "";
        video.hdrDetail = u"profile %1%2"_s.arg(m_dolbyProfile).arg(QLatin1StringView(fits));
    }
}

} // namespace proofreel
