// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/hdr_kind.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

QString byTransfer(const VideoFacts& video)
{
    if (video.transfer == "smpte2084"_L1)
        return u"HDR10"_s;
    if (video.transfer == "arib-std-b67"_L1)
        return u"HLG"_s;
    return !video.transfer.isEmpty() || video.bitDepth.value_or(99) <= 8 ? u"SDR"_s : QString();
}

} // namespace

QString hdrKindOf(const VideoFacts& video, bool dolbyVision, bool vivid)
{
    return dolbyVision ? u"DolbyVision"_s : vivid ? u"HDRVivid"_s : byTransfer(video);
}

QString hdrBaseOf(const VideoFacts& video)
{
    return video.hdr == "DolbyVision"_L1 && video.hdrDetail == "profile 5"_L1 ? QString() : byTransfer(video);
}

bool fitsHdrType(const QString& declared, const VideoFacts& video)
{
    if (!isHdrType(declared))
        return !isHdrType(video.hdr);
    // "HDR" names no kind.
    if (declared == "HDR"_L1 || video.hdr == "HDR"_L1)
        return isHdrType(video.hdr);
    return declared == video.hdr || (isHdrType(video.hdr) && declared == hdrBaseOf(video));
}

bool isHdrType(const QString& hdr)
{
    static const QStringList kinds { u"HDR"_s, u"HDR10"_s, u"HLG"_s, u"DolbyVision"_s, u"HDRVivid"_s };
    return kinds.contains(hdr);
}

} // namespace proofreel
