// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/documented.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace proofreel {

const QStringList& documentedValues(QLatin1StringView field)
{
    static const QHash<QString, QStringList> values {
        { u"Definition"_s,
            { u"FD"_s, u"LD"_s, u"SD"_s, u"HD"_s, u"OD"_s, u"2K"_s, u"4K"_s, u"SQ"_s, u"HQ"_s, u"AUTO"_s } },
        { u"Format"_s, { u"mp4"_s, u"m3u8"_s, u"mp3"_s } },
        { u"StreamType"_s, { u"video"_s, u"audio"_s } },
        { u"Status"_s, { u"Normal"_s, u"Invisible"_s } },
        { u"EncryptType"_s, { u"AliyunVoDEncryption"_s, u"HLSEncryption"_s } },
        { u"HDRType"_s, { u"HDR"_s, u"HDR10"_s, u"HLG"_s, u"DolbyVision"_s, u"HDRVivid"_s, u"SDR+"_s } },
        { u"NarrowBandType"_s, { u"0"_s, u"1.0"_s, u"2.0"_s } },
        { u"TransTemplateType"_s,
            { u"Normal"_s, u"AudioTranscode"_s, u"Remux"_s, u"NarrowBandV1"_s, u"NarrowBandV2"_s, u"UHD"_s } },
    };
    static const QStringList none;
    const auto it = values.constFind(field);
    return it == values.cend() ? none : *it;
}

const QStringList& documentedFields()
{
    static const QStringList fields { u"Definition"_s, u"Format"_s, u"StreamType"_s, u"Status"_s, u"EncryptType"_s,
        u"HDRType"_s, u"NarrowBandType"_s, u"TransTemplateType"_s };
    return fields;
}

} // namespace proofreel
