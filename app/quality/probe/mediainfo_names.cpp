// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/probe/mediainfo_names.h"

#include <span>
#include <utility>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

using Pair = std::pair<const char*, const char*>;

QString translated(const QString& name, std::span<const Pair> table)
{
    for (const auto& [from, to] : table) {
        if (name == QLatin1StringView(from))
            return QString::fromLatin1(to);
    }
    return name.toLower();
}

constexpr Pair codecs[] = { { "AVC", "h264" }, { "HEVC", "hevc" }, { "VVC", "vvc" }, { "AV1", "av1" }, { "VP9", "vp9" },
    { "VP8", "vp8" }, { "MPEG-4 Visual", "mpeg4" }, { "VC-1", "vc1" }, { "JPEG", "mjpeg" }, { "H.263", "h263" },
    { "Sorenson Spark", "flv1" }, { "AVS Video", "cavs" }, { "AVS2 Video", "avs2" }, { "AVS3 Video", "avs3" },
    { "ProRes", "prores" }, { "VC-3", "dnxhd" }, { "AAC", "aac" }, { "AAC LC", "aac" }, { "AC-3", "ac3" },
    { "E-AC-3", "eac3" }, { "AC-4", "ac4" }, { "Opus", "opus" }, { "FLAC", "flac" }, { "Vorbis", "vorbis" },
    { "ALAC", "alac" }, { "DTS", "dts" }, { "AMR", "amr_nb" }, { "WMA", "wmav2" }, { "Timed Text", "mov_text" },
    { "UTF-8", "subrip" }, { "SubRip", "subrip" }, { "WebVTT", "webvtt" }, { "ASS", "ass" },
    { "DVB Subtitle", "dvb_subtitle" }, { "PGS", "hdmv_pgs_subtitle" }, { "EIA-608", "eia_608" } };
constexpr Pair containers[] = { { "MPEG-4", "mp4" }, { "MPEG-TS", "mpegts" }, { "MPEG-PS", "mpeg" },
    { "Matroska", "matroska" }, { "WebM", "webm" }, { "Flash Video", "flv" }, { "MPEG Audio", "mp3" },
    { "ADTS", "aac" }, { "Wave", "wav" }, { "Ogg", "ogg" }, { "Windows Media", "asf" }, { "AVI", "avi" },
    { "MXF", "mxf" }, { "FLAC", "flac" } };
constexpr Pair videoProfiles[] = { { "Format Range", "Rext" } };
constexpr Pair primaries[] = { { "BT.709", "bt709" }, { "BT.2020", "bt2020" }, { "BT.601 NTSC", "smpte170m" },
    { "BT.601 PAL", "bt470bg" }, { "BT.470 System M", "bt470m" }, { "SMPTE 240M", "smpte240m" },
    { "Generic film", "film" }, { "XYZ", "smpte428" }, { "DCI P3", "smpte431" }, { "Display P3", "smpte432" },
    { "EBU Tech 3213", "ebu3213" } };
constexpr Pair transfers[] = { { "BT.709", "bt709" }, { "PQ", "smpte2084" }, { "HLG", "arib-std-b67" },
    { "BT.601", "smpte170m" }, { "BT.2020 (10-bit)", "bt2020-10" }, { "BT.2020 (12-bit)", "bt2020-12" },
    { "BT.470 System M", "bt470m" }, { "BT.470 System B/G", "bt470bg" }, { "SMPTE 240M", "smpte240m" },
    { "Linear", "linear" }, { "sRGB/sYCC", "iec61966-2-1" }, { "xvYCC", "iec61966-2-4" },
    { "SMPTE 428M", "smpte428" } };
constexpr Pair matrices[] = { { "Identity", "gbr" }, { "BT.709", "bt709" }, { "BT.601", "smpte170m" },
    { "BT.470 System B/G", "bt470bg" }, { "FCC 73.682", "fcc" }, { "SMPTE 240M", "smpte240m" }, { "YCgCo", "ycgco" },
    { "BT.2020 non-constant", "bt2020nc" }, { "BT.2020 constant", "bt2020c" }, { "ICtCp", "ictcp" } };
constexpr Pair ranges[] = { { "Limited", "tv" }, { "Full", "pc" } };

} // namespace

QString codecName(const QString& format, const QString& version, const QString& profile)
{
    if (format == "MPEG Video"_L1)
        return version == "Version 1"_L1 ? u"mpeg1video"_s : u"mpeg2video"_s;
    if (format == "MPEG Audio"_L1)
        return profile == "Layer 2"_L1 ? u"mp2"_s : profile == "Layer 1"_L1 ? u"mp1"_s : u"mp3"_s;
    return translated(format, codecs);
}

QString containerName(const QString& format, const QString& profile)
{
    return profile == "QuickTime"_L1 ? u"mov"_s : translated(format, containers);
}

QString videoProfileName(const QString& profile)
{
    const QString name = profile.section(u'@', 0, 0);
    const QString other = translated(name, videoProfiles);
    return other == name.toLower() ? name : other;
}

QString levelName(const QString& profile)
{
    const QString level = profile.section(u'@', 1, 1);
    return level.startsWith(u'L') ? level.mid(1) : QString();
}

QString audioProfileName(const QString& features)
{
    if (features.contains("PS"_L1))
        return u"HE-AACv2"_s;
    return features.contains("SBR"_L1) ? u"HE-AAC"_s : features;
}

QString primariesName(const QString& name)
{
    return translated(name, primaries);
}

QString transferName(const QString& name)
{
    return translated(name, transfers);
}

QString matrixName(const QString& name)
{
    return translated(name, matrices);
}

QString rangeName(const QString& name)
{
    return translated(name, ranges);
}

} // namespace proofreel
