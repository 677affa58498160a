// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frames/av_names.h"

#include "core/one_line.h"
#include "frames/av_types.h"

using namespace Qt::StringLiterals;

namespace proofreel {

QString knownName(const char* name)
{
    const QString text = QString::fromUtf8(name);
    return text == "unknown"_L1 || text == "unspecified"_L1 || text == "reserved"_L1 ? QString() : text;
}

QString chromaName(const AVPixFmtDescriptor& format)
{
    if (format.flags & AV_PIX_FMT_FLAG_RGB)
        return u"RGB"_s;
    if (format.nb_components < 3)
        return u"4:0:0"_s;
    switch (format.log2_chroma_w * 10 + format.log2_chroma_h) {
    case 0:
        return u"4:4:4"_s;
    case 1:
        return u"4:4:0"_s;
    case 10:
        return u"4:2:2"_s;
    case 11:
        return u"4:2:0"_s;
    case 20:
        return u"4:1:1"_s;
    default:
        return {};
    }
}

QString levelName(AVCodecID codec, int level)
{
    if (level <= 0)
        return {};
    switch (codec) {
    case AV_CODEC_ID_H264:
        return level == 9 ? u"1b"_s : QString::number(level / 10.0);
    case AV_CODEC_ID_HEVC:
        return QString::number(level / 30.0, 'g', 2);
    case AV_CODEC_ID_AV1:
        return u"%1.%2"_s.arg(2 + level / 4).arg(level % 4);
    default:
        return QString::number(level);
    }
}

QString languageOf(const AVStream* stream)
{
    const AVDictionaryEntry* entry = av_dict_get(stream->metadata, "language", nullptr, 0);
    const QString text = entry ? oneLine(QString::fromUtf8(entry->value), 40) : QString();
    return text == "und"_L1 ? QString() : text;
}

} // namespace proofreel
