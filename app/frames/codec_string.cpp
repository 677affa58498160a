// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frames/codec_string.h"

#include "frames/av_types.h"

extern "C" {
#include <libavutil/pixdesc.h>
}

#include <QByteArray>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

constexpr int profileMask = 0xFF; // libav keeps H.264's constraint flags above

int byteAt(const QByteArray& bytes, qsizetype at)
{
    return at < bytes.size() ? static_cast<uchar>(bytes[at]) : 0;
}

QByteArray extraData(const AVCodecParameters& codec)
{
    return codec.extradata_size > 0 ? QByteArray(reinterpret_cast<const char*>(codec.extradata), codec.extradata_size)
                                    : QByteArray();
}

// The NAL unit of Annex B data for which fits(first byte) holds, without its emulation prevention; empty: none.
template <typename Fits>
QByteArray nalUnit(const QByteArray& annexB, Fits fits)
{
    static const QByteArray startCode("\0\0\1", 3);
    for (qsizetype at = annexB.indexOf(startCode); at >= 0; at = annexB.indexOf(startCode, at)) {
        at += startCode.size();
        if (at >= annexB.size() || !fits(byteAt(annexB, at)))
            continue;
        QByteArray unit = annexB.mid(at, 64);
        unit.replace(QByteArray("\0\0\3", 3), QByteArray("\0\0", 2));
        return unit;
    }
    return {};
}

QString avc(const AVCodecParameters& codec)
{
    const QByteArray extra = extraData(codec);
    // Profile, constraints and level stand behind one byte, in avcC as in an SPS.
    const QByteArray head =
        extra.startsWith('\1') ? extra : nalUnit(extra, [](int first) { return (first & 0x1F) == 7; });
    if (head.size() >= 4)
        return u"avc1."_s + QString::fromLatin1(head.mid(1, 3).toHex().toUpper());
    if (codec.profile <= 0 || codec.level <= 0)
        return {};
    const int constraints = (codec.profile & FF_PROFILE_H264_CONSTRAINED) ? 0x40 : 0;
    return u"avc1.%1%2%3"_s.arg(codec.profile & profileMask, 2, 16, '0'_L1)
        .arg(constraints, 2, 16, '0'_L1)
        .arg(codec.level, 2, 16, '0'_L1)
        .toUpper()
        .replace("AVC1"_L1, "avc1"_L1);
}

// ISO/IEC 14496-15 E.3: profile, compatibility bits in reverse, tier and level, constraints without trailing zeros.
QString hevc(const AVCodecParameters& codec)
{
    const QByteArray extra = extraData(codec);
    // profile_tier_level() stands behind one byte of hvcC, and behind three of an SPS.
    QByteArray head = extra.startsWith('\1') ? extra.mid(1) : QByteArray();
    if (head.isEmpty())
        head = nalUnit(extra, [](int first) { return ((first >> 1) & 0x3F) == 33; }).mid(3);
    if (head.size() < 12)
        return {};
    const int first = byteAt(head, 0);
    quint32 reversed = 0;
    for (int bit = 0; bit < 32; ++bit)
        reversed |= quint32((byteAt(head, 1 + bit / 8) >> (7 - bit % 8)) & 1) << bit;
    static const QStringList spaces { QString(), u"A"_s, u"B"_s, u"C"_s };
    QString text = u"hvc1.%1%2.%3.%4%5"_s.arg(spaces[first >> 6])
                       .arg(first & 0x1F)
                       .arg(QString::number(reversed, 16).toUpper())
                       .arg(QLatin1Char((first & 0x20) ? 'H' : 'L'))
                       .arg(byteAt(head, 11));
    QByteArray constraints = head.mid(5, 6);
    while (constraints.endsWith('\0'))
        constraints.chop(1);
    for (qsizetype i = 0; i < constraints.size(); ++i)
        text += u'.' + QString::number(byteAt(constraints, i), 16).toUpper();
    return text;
}

int bitDepth(const AVCodecParameters& codec)
{
    const AVPixFmtDescriptor* format = av_pix_fmt_desc_get(AVPixelFormat(codec.format));
    return format ? format->comp[0].depth : 8;
}

QString two(int number)
{
    return u"%1"_s.arg(number, 2, 10, '0'_L1);
}

QString av1(const AVCodecParameters& codec)
{
    if (codec.profile < 0 || codec.level < 0)
        return {};
    const QByteArray extra = extraData(codec); // av1C
    const bool highTier = extra.size() > 2 && (byteAt(extra, 2) & 0x80);
    return u"av01.%1.%2%3.%4"_s.arg(codec.profile)
        .arg(two(codec.level))
        .arg(QLatin1Char(highTier ? 'H' : 'M'))
        .arg(two(bitDepth(codec)));
}

QString vp9(const AVCodecParameters& codec)
{
    if (codec.profile < 0 || codec.level <= 0)
        return {};
    return u"vp09.%1.%2.%3"_s.arg(two(codec.profile), two(codec.level), two(bitDepth(codec)));
}

} // namespace

QString codecString(const AVCodecParameters& codec)
{
    switch (codec.codec_id) {
    case AV_CODEC_ID_H264:
        return avc(codec);
    case AV_CODEC_ID_HEVC:
        return hevc(codec);
    case AV_CODEC_ID_AV1:
        return av1(codec);
    case AV_CODEC_ID_VP9:
        return vp9(codec);
    case AV_CODEC_ID_AAC: // libav counts the audio object types from 0
        return codec.profile >= 0 ? u"mp4a.40."_s + QString::number(codec.profile + 1) : QString();
    case AV_CODEC_ID_MP3:
        return u"mp4a.40.34"_s;
    case AV_CODEC_ID_AC3:
        return u"ac-3"_s;
    case AV_CODEC_ID_EAC3:
        return u"ec-3"_s;
    case AV_CODEC_ID_OPUS:
        return u"Opus"_s;
    case AV_CODEC_ID_FLAC:
        return u"fLaC"_s;
    default:
        return {};
    }
}

} // namespace proofreel
