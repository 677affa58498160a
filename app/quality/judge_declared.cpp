// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the service declares, against itself.

#include "core/one_line.h"
#include "ims/documented.h"
#include "ims/play_url.h"
#include "quality/docket.h"
#include "quality/hdr_kind.h"
#include "quality/quantity.h"
#include "quality/sheet_view.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

void bitrateAndSize(const StreamSheet& stream, Docket& docket)
{
    const PlayInfo& info = stream.info;
    const bool known = info.size.value_or(0) > 0 && info.duration.value_or(0) > 0 && info.bitrate.value_or(0) > 0;
    if (!known || isAdaptive(stream))
        return;
    const auto tolerance = docket.opens("declared.bitrate-size"_L1, stream.key);
    const double measured = double(*info.size) * 8 / *info.duration / 1000;
    // Bitrate is rounded to whole kbit/s.
    if (!tolerance || std::abs(measured - *info.bitrate) <= std::max(1.0, *info.bitrate * *tolerance / 100))
        return;
    docket.find("declared.bitrate-size"_L1, stream.key,
        { .message = Judge::tr("Bitrate is %1, but Size by Duration is %2 (%3).")
                         .arg(kbpsText(*info.bitrate), kbpsText(measured), differenceText(measured, *info.bitrate)),
            .field = u"Bitrate"_s,
            .declared = kbpsText(*info.bitrate),
            .measured = kbpsText(measured) });
}

void encryptType(const StreamSheet& stream, Docket& docket)
{
    const PlayInfo& info = stream.info;
    if ((!info.encrypt && info.encryptType.isEmpty()) || !docket.opens("declared.encrypt-type"_L1, stream.key))
        return;
    const QString type = oneLine(info.encryptType, 80);
    QString message;
    if (info.encrypt && *info.encrypt != 0 && *info.encrypt != 1)
        message = Judge::tr("Encrypt is %1; 0 or 1 is documented.").arg(*info.encrypt);
    else if (info.encrypt == 0 && !type.isEmpty())
        message = Judge::tr("Encrypt is 0, but EncryptType is %1.").arg(type);
    else if (info.encrypt == 1 && type.isEmpty())
        message = Judge::tr("Encrypt is 1, but EncryptType is missing.");
    else if (!info.encrypt)
        message = Judge::tr("EncryptType is %1, but Encrypt is missing.").arg(type);
    else if (type == "HLSEncryption"_L1 && !info.format.isEmpty() && info.format != "m3u8"_L1)
        message = Judge::tr("EncryptType is HLSEncryption, but Format is %1.").arg(oneLine(info.format, 80));
    else
        return;
    docket.find("declared.encrypt-type"_L1, stream.key,
        { .message = message,
            .field = u"EncryptType"_s,
            .declared = info.encrypt ? QString::number(*info.encrypt) : QString(),
            .measured = type });
}

void hdrBitDepth(const StreamSheet& stream, Docket& docket)
{
    const PlayInfo& info = stream.info;
    if (!info.bitDepth || !isHdrType(info.hdrType) || !docket.opens("declared.hdr-bit-depth"_L1, stream.key))
        return;
    if (*info.bitDepth < 10)
        docket.find("declared.hdr-bit-depth"_L1, stream.key,
            { .message = Judge::tr("HDRType is %1, but BitDepth is %2.").arg(info.hdrType).arg(*info.bitDepth),
                .field = u"BitDepth"_s,
                .declared = info.hdrType,
                .measured = bitsText(double(*info.bitDepth)) });
}

void formatAndType(const StreamSheet& stream, Docket& docket)
{
    const PlayInfo& info = stream.info;
    if (info.streamType.isEmpty() || !docket.opens("declared.format-stream-type"_L1, stream.key))
        return;
    const QString format = oneLine(info.format, 80);
    QString message;
    if (info.streamType == "video"_L1 && format == "mp3"_L1)
        message = Judge::tr("StreamType is video, but Format is mp3, which holds no picture.");
    else if (info.streamType == "audio"_L1 && !format.isEmpty() && format != "mp3"_L1)
        message = Judge::tr("StreamType is audio, but Format is %1; mp3 is documented.").arg(format);
    else if (info.streamType == "video"_L1 && info.transTemplateType == "AudioTranscode"_L1)
        message = Judge::tr("StreamType is video, but TransTemplateType is AudioTranscode.");
    else
        return;
    docket.find("declared.format-stream-type"_L1, stream.key,
        { .message = message, .field = u"StreamType"_s, .declared = info.streamType, .measured = format });
}

void definitionAndSize(const StreamSheet& stream, Docket& docket)
{
    struct Usual {
        const char* definition;
        double longSides[2], shortSides[2];
    };
    static constexpr Usual kUsual[] {
        { "FD", { 640, 480 }, { 360, 270 } },
        { "LD", { 854, 960 }, { 480, 540 } },
        { "SD", { 1280, 1280 }, { 720, 720 } },
        { "HD", { 1920, 1920 }, { 1080, 1080 } },
        { "2K", { 2560, 2048 }, { 1440, 1440 } },
        { "4K", { 3840, 4096 }, { 2160, 2160 } },
    };
    const PlayInfo& info = stream.info;
    const auto* usual = std::find_if(std::begin(kUsual), std::end(kUsual),
        [&](const Usual& item) { return info.definition == QLatin1StringView(item.definition); });
    if (usual == std::end(kUsual) || info.width.value_or(0) <= 0 || info.height.value_or(0) <= 0)
        return;
    const auto tolerance = docket.opens("declared.definition-size"_L1, stream.key);
    if (!tolerance)
        return;
    const auto fits = [&](qint64 side, const double(&sides)[2]) {
        return std::any_of(std::begin(sides), std::end(sides),
            [&](double nominal) { return percentOff(double(side), nominal) <= *tolerance; });
    };
    // Wide pictures keep the long side, narrow ones the short side.
    if (fits(std::max(*info.width, *info.height), usual->longSides)
        || fits(std::min(*info.width, *info.height), usual->shortSides))
        return;
    const QString size = sizeText(double(*info.width), double(*info.height));
    const QString expected = sizeText(usual->longSides[0], usual->shortSides[0]);
    docket.find("declared.definition-size"_L1, stream.key,
        { .message = Judge::tr("Definition is %1, which usually is %2; this picture is %3.")
                         .arg(info.definition, expected, size),
            .field = u"Definition"_s,
            .declared = u"%1 (%2)"_s.arg(info.definition, expected),
            .measured = size });
}

void urlLife(const StreamSheet& stream, const AssetSheet& sheet, Docket& docket)
{
    const UrlExpiry expiry =
        urlExpiry(QUrl(stream.info.playUrl, QUrl::StrictMode), sheet.requestedAt, sheet.authTimeout);
    // What is only estimated is no evidence.
    if (expiry.source == UrlExpiry::Source::Unknown || expiry.source == UrlExpiry::Source::AuthTimeout)
        return;
    const auto left = expiry.secondsLeft(docket.now());
    if (!left || !docket.opens("declared.url-expiry"_L1, stream.key))
        return;
    const double least = docket.policy().expiryS;
    if (double(*left) >= least)
        return;
    docket.find("declared.url-expiry"_L1, stream.key,
        { .message = *left > 0 ? Judge::tr("The link lives %1 more; it should live %2 at least.")
                                     .arg(secondsText(double(*left) * 1000), secondsText(least * 1000))
                               : Judge::tr("The link has expired."),
            .field = u"PlayURL"_s,
            .declared = secondsText(least * 1000),
            .measured = secondsText(double(*left) * 1000) });
}

void missingFields(const StreamSheet& stream, Docket& docket)
{
    if (!docket.opens("declared.missing-field"_L1, stream.key))
        return;
    const PlayInfo& info = stream.info;
    QStringList missing;
    const auto need = [&](const char* field, bool there) {
        if (!there)
            missing << QString::fromLatin1(field);
    };
    need("PlayURL", !info.playUrl.isEmpty());
    need("Format", !info.format.isEmpty());
    need("StreamType", !info.streamType.isEmpty());
    need("Definition", !info.definition.isEmpty());
    need("Status", !info.status.isEmpty());
    need("Duration", info.duration.has_value());
    if (!isAdaptive(stream)) {
        need("Size", info.size.has_value());
        need("Bitrate", info.bitrate.has_value());
        if (isVideo(stream)) {
            need("Width", info.width.has_value());
            need("Height", info.height.has_value());
            need("Fps", info.fps.has_value());
        }
    }
    if (!missing.isEmpty())
        docket.find("declared.missing-field"_L1, stream.key,
            { .message = Judge::tr("The service does not say: %1.").arg(missing.join(u", "_s)),
                .field = missing.join(u", "_s) });
}

void undocumented(const StreamSheet& stream, Docket& docket)
{
    if (!docket.opens("declared.undocumented-value"_L1, stream.key))
        return;
    const PlayInfo& info = stream.info;
    const QHash<QString, QString> values { { u"Definition"_s, info.definition }, { u"Format"_s, info.format },
        { u"StreamType"_s, info.streamType }, { u"Status"_s, info.status }, { u"EncryptType"_s, info.encryptType },
        { u"HDRType"_s, info.hdrType }, { u"NarrowBandType"_s, info.narrowBandType },
        { u"TransTemplateType"_s, info.transTemplateType } };
    for (const QString& field : documentedFields()) {
        const QString value = oneLine(values.value(field), 80);
        const QStringList& known = documentedValues(QLatin1StringView(field.toLatin1()));
        if (!value.isEmpty() && !known.contains(value))
            docket.find("declared.undocumented-value"_L1, stream.key,
                { .message = Judge::tr("%1 is %2, which is not documented.").arg(field, value),
                    .field = field,
                    .declared = known.join(u", "_s),
                    .measured = value });
    }
}

void statusAndTimes(const StreamSheet& stream, Docket& docket)
{
    const PlayInfo& info = stream.info;
    if (!info.status.isEmpty() && docket.opens("declared.invisible"_L1, stream.key) && info.status == "Invisible"_L1)
        docket.find("declared.invisible"_L1, stream.key,
            { .message = Judge::tr("Status is Invisible, so players do not offer it."),
                .field = u"Status"_s,
                .measured = info.status });
    if (!info.creationTime.isValid() || !info.modificationTime.isValid()
        || !docket.opens("declared.times"_L1, stream.key) || info.modificationTime >= info.creationTime)
        return;
    const QString created = info.creationTime.toUTC().toString(Qt::ISODate);
    const QString modified = info.modificationTime.toUTC().toString(Qt::ISODate);
    docket.find("declared.times"_L1, stream.key,
        { .message = Judge::tr("It was modified (%1) before it was created (%2).").arg(modified, created),
            .field = u"ModificationTime"_s,
            .declared = created,
            .measured = modified });
}

} // namespace

void judgeDeclared(const StreamSheet& stream, const AssetSheet& sheet, Docket& docket)
{
    bitrateAndSize(stream, docket);
    encryptType(stream, docket);
    hdrBitDepth(stream, docket);
    formatAndType(stream, docket);
    definitionAndSize(stream, docket);
    urlLife(stream, sheet, docket);
    missingFields(stream, docket);
    undocumented(stream, docket);
    statusAndTimes(stream, docket);
    if (stream.delivery && stream.delivery->fileUrlOpen && docket.opens("declared.file-url-open"_L1, stream.key)
        && *stream.delivery->fileUrlOpen)
        docket.find("declared.file-url-open"_L1, stream.key,
            { .message =
                    Judge::tr("FileURL answers without a signature: everybody who knows it can download the file."),
                .field = u"FileURL"_s });
}

} // namespace proofreel
