// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "streams/playability.h"

#include "ims/documented.h"

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

    const auto check = [&](QLatin1StringView field, const QString& value) {
        checkDocumented(lines, field, value, documentedValues(field));
    };
    check("Definition"_L1, info.definition);
    check("Format"_L1, info.format);
    check("StreamType"_L1, info.streamType);
    check("Status"_L1, info.status);
    check("EncryptType"_L1, info.encryptType);
    check("HDRType"_L1, info.hdrType);
    check("NarrowBandType"_L1, info.narrowBandType);
    check("TransTemplateType"_L1, info.transTemplateType);
    return lines;
}

} // namespace proofreel
