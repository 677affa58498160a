// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "streams/playability.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

void checkDocumented(QStringList& lines, const QString& field, const QString& value, const QStringList& documented)
{
    if (!value.isEmpty() && !documented.contains(value))
        lines += QCoreApplication::translate("Playability", "%1 is “%2”: not one of the documented values.")
                     .arg(field, value.left(80));
}

} // namespace

Playability playabilityOf(const PlayInfo& info)
{
    if (info.encryptType.compare("AliyunVoDEncryption"_L1, Qt::CaseInsensitive) == 0 && info.encrypt.value_or(1) != 0)
        return Playability::AliyunVodEncrypted;
    if (info.status.compare("Invisible"_L1, Qt::CaseInsensitive) == 0)
        return Playability::Invisible;
    if (info.playUrl.isEmpty())
        return Playability::NoUrl;
    const QUrl url(info.playUrl, QUrl::StrictMode);
    const QString scheme = url.scheme();
    if (!url.isValid() || url.host().isEmpty() || (scheme != "http"_L1 && scheme != "https"_L1))
        return Playability::BadScheme;
    return Playability::Playable;
}

QString playabilityText(Playability playability)
{
    switch (playability) {
    case Playability::Playable:
        break;
    case Playability::AliyunVodEncrypted:
        return QCoreApplication::translate("Playability",
            "Encrypted with AliyunVoDEncryption: only Alibaba Cloud's own player can play it. Choose another stream.");
    case Playability::Invisible:
        return QCoreApplication::translate("Playability",
            "Status is Invisible: this stream is hidden from playback. Make it visible in the IMS console, then "
            "reload.");
    case Playability::NoUrl:
        return QCoreApplication::translate(
            "Playability", "The service gave no PlayURL for this stream. Reload, or check its transcoding job.");
    case Playability::BadScheme:
        return QCoreApplication::translate("Playability",
            "Its PlayURL is not a valid http or https URL, so it is not opened. Check the playback domain in the "
            "IMS console.");
    case Playability::Saved:
        return QCoreApplication::translate(
            "Playability", "This is a saved copy, because there is no network. Reload to play it.");
    }
    return {};
}

QString savedText(const QDateTime& savedAt, const QDateTime& now)
{
    const qint64 minutes = std::max<qint64>(savedAt.secsTo(now), 0) / 60;
    const auto say = [](const char* text, qint64 number) {
        return QCoreApplication::translate(
            "Playability", text, nullptr, static_cast<int>(std::min<qint64>(number, 100'000)));
    };
    if (minutes < 60)
        return say(QT_TRANSLATE_N_NOOP("Playability", "Saved %n min ago; no network. Reload to play it."), minutes);
    if (minutes < 48 * 60)
        return say(QT_TRANSLATE_N_NOOP("Playability", "Saved %n h ago; no network. Reload to play it."), minutes / 60);
    return say(
        QT_TRANSLATE_N_NOOP("Playability", "Saved %n day(s) ago; no network. Reload to play it."), minutes / 1440);
}

QStringList streamOddities(const PlayInfo& info)
{
    QStringList lines;
    if (info.encrypt == 0 && !info.encryptType.isEmpty())
        lines +=
            QCoreApplication::translate("Playability", "Encrypt is 0 but EncryptType is “%1”. Taken as not encrypted.")
                .arg(info.encryptType.left(80));
    if (info.encrypt == 1 && info.encryptType.isEmpty())
        lines += QCoreApplication::translate("Playability", "Encrypt is 1 but EncryptType is missing.");
    if (!info.encrypt && !info.encryptType.isEmpty())
        lines += QCoreApplication::translate(
            "Playability", "EncryptType is “%1” but Encrypt is missing. Taken as encrypted.")
                     .arg(info.encryptType.left(80));
    if (info.encrypt && *info.encrypt != 0 && *info.encrypt != 1)
        lines += QCoreApplication::translate("Playability", "Encrypt is %1: 0 or 1 is documented.").arg(*info.encrypt);

    checkDocumented(lines, u"Definition"_s, info.definition,
        { u"FD"_s, u"LD"_s, u"SD"_s, u"HD"_s, u"OD"_s, u"2K"_s, u"4K"_s, u"SQ"_s, u"HQ"_s, u"AUTO"_s });
    checkDocumented(lines, u"Format"_s, info.format, { u"mp4"_s, u"m3u8"_s, u"mp3"_s });
    checkDocumented(lines, u"StreamType"_s, info.streamType, { u"video"_s, u"audio"_s });
    checkDocumented(lines, u"Status"_s, info.status, { u"Normal"_s, u"Invisible"_s });
    checkDocumented(lines, u"EncryptType"_s, info.encryptType, { u"AliyunVoDEncryption"_s, u"HLSEncryption"_s });
    checkDocumented(lines, u"HDRType"_s, info.hdrType,
        { u"HDR"_s, u"HDR10"_s, u"HLG"_s, u"DolbyVision"_s, u"HDRVivid"_s, u"SDR+"_s });
    checkDocumented(lines, u"NarrowBandType"_s, info.narrowBandType, { u"0"_s, u"1.0"_s, u"2.0"_s });
    checkDocumented(lines, u"TransTemplateType"_s, info.transTemplateType,
        { u"Normal"_s, u"AudioTranscode"_s, u"Remux"_s, u"NarrowBandV1"_s, u"NarrowBandV2"_s, u"UHD"_s });
    return lines;
}

} // namespace proofreel
