// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/sheet.h"

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

QString encryptionOf(const PlayInfo& info)
{
    if (info.encryptType == "HLSEncryption"_L1)
        return u"AES-128"_s;
    if (!info.encryptType.isEmpty())
        return info.encryptType;
    return info.encrypt == 0 ? u"none"_s : QString();
}

} // namespace

MediaFacts declaredFacts(const PlayInfo& info)
{
    MediaFacts facts;
    facts.format = info.format;
    facts.sizeBytes = info.size;
    if (info.duration)
        facts.durationMs = *info.duration * 1000;
    facts.bitrateKbps = info.bitrate;
    facts.encryption = encryptionOf(info);
    if (info.streamType == "audio"_L1) {
        facts.audio.append(AudioFacts());
        return facts;
    }
    VideoFacts video;
    video.width = info.width;
    video.height = info.height;
    if (info.width.value_or(0) > 0 && info.height.value_or(0) > 0)
        video.aspect = double(*info.width) / double(*info.height);
    video.frameRate = info.fps;
    if (info.bitDepth && *info.bitDepth > 0 && *info.bitDepth < 100)
        video.bitDepth = int(*info.bitDepth);
    video.hdr = info.hdrType;
    facts.video = video;
    return facts;
}

} // namespace proofreel
