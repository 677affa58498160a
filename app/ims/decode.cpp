// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/decode.h"

#include "ims/decode_walk.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct DecodeText {
    Q_DECLARE_TR_FUNCTIONS(Reply)
};

MediaBase decodeMediaBase(const JsonFields& from)
{
    MediaBase out;
    out.mediaId = from.text(u"MediaId"_s);
    out.title = from.text(u"Title"_s);
    out.description = from.text(u"Description"_s);
    out.mediaType = from.text(u"MediaType"_s);
    out.status = from.text(u"Status"_s);
    out.coverUrl = from.url(u"CoverURL"_s);
    out.mediaTags = from.commaList(u"MediaTags"_s);
    out.cateId = from.integer(u"CateId"_s, lowestId, highestId);
    out.creationTime = from.time(u"CreationTime"_s);
    out.raw = from.raw();
    return out;
}

void decodeTagsOf(const JsonFields& from, PlayInfo& out)
{
    const QString name = u"StreamTags"_s;
    const QJsonValue raw = from.raw().value(name);
    if (raw.isObject() || raw.isArray()) {
        from.note(name, DecodeText::tr("%1 instead of text").arg(jsonTypeName(raw)));
        const QJsonDocument document = raw.isObject() ? QJsonDocument(raw.toObject()) : QJsonDocument(raw.toArray());
        out.streamTagsText = QString::fromUtf8(document.toJson(QJsonDocument::Compact));
        out.streamTags = raw;
        return;
    }
    out.streamTagsText = from.text(name, 65'536);
    out.streamTags = decodeStreamTags(out.streamTagsText);
    if (out.streamTags.isUndefined() && !out.streamTagsText.trimmed().isEmpty())
        from.note(name, DecodeText::tr("is not JSON"));
}

PlayInfo decodeStream(const JsonFields& from)
{
    PlayInfo out;
    out.definition = from.text(u"Definition"_s);
    out.format = from.text(u"Format"_s);
    out.streamType = from.text(u"StreamType"_s);
    out.status = from.text(u"Status"_s);
    out.encryptType = from.text(u"EncryptType"_s);
    out.hdrType = from.text(u"HDRType"_s);
    out.narrowBandType = from.text(u"NarrowBandType"_s);
    out.transTemplateType = from.text(u"TransTemplateType"_s);
    out.jobId = from.text(u"JobId"_s);
    out.watermarkId = from.text(u"WatermarkId"_s);
    out.playUrl = from.url(u"PlayURL"_s);
    out.fileUrl = from.url(u"FileURL"_s);
    out.size = from.integer(u"Size"_s, 0, maxBytes);
    out.width = from.integer(u"Width"_s, 0, maxPixels);
    out.height = from.integer(u"Height"_s, 0, maxPixels);
    out.encrypt = from.integer(u"Encrypt"_s, 0, 1);
    out.bitDepth = from.integer(u"BitDepth"_s, 0, 64);
    out.bitrate = from.numberText(u"Bitrate"_s, maxKbps);
    out.duration = from.numberText(u"Duration"_s, maxSeconds);
    out.fps = from.numberText(u"Fps"_s, maxFps);
    out.creationTime = from.time(u"CreationTime"_s);
    out.modificationTime = from.time(u"ModificationTime"_s);
    decodeTagsOf(from, out);
    out.raw = from.raw();
    return out;
}

} // namespace

QJsonValue decodeStreamTags(const QString& text)
{
    QJsonValue value = text;
    for (int depth = 0; depth < 3 && value.isString(); ++depth) {
        // QJsonDocument takes objects and arrays only; the brackets let a bare JSON string pass.
        const QJsonArray one = QJsonDocument::fromJson('[' + value.toString().toUtf8() + ']').array();
        if (one.size() != 1)
            return depth == 0 ? QJsonValue(QJsonValue::Undefined) : value;
        value = one.first();
    }
    return value;
}

Result<QJsonObject> decodeTop(const QByteArray& body)
{
    Error error { .kind = ErrorKind::Protocol };
    const QByteArray start = body.left(512).trimmed();
    if (start.isEmpty()) {
        error.message = DecodeText::tr("The service sent an empty reply.");
        error.advice = DecodeText::tr("Try again. If it happens again, check the endpoint.");
        return fail(error);
    }
    if (start.startsWith('<')) {
        error.message = DecodeText::tr("A web page or XML came instead of the service's reply.");
        error.advice =
            DecodeText::tr("Check the endpoint. A proxy or a network log-in page may answer in the service's place.");
        return fail(error);
    }
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(body, &parse);
    if (document.isObject())
        return document.object();

    const bool cut = parse.error == QJsonParseError::UnterminatedObject
        || parse.error == QJsonParseError::UnterminatedArray || parse.error == QJsonParseError::UnterminatedString
        || (parse.error != QJsonParseError::NoError && parse.offset >= body.size());
    if (parse.error == QJsonParseError::NoError)
        error.message = DecodeText::tr("The service's reply is JSON, but not an object.");
    else if (cut)
        error.message = DecodeText::tr("The service's reply ends too early, after %1 bytes.").arg(body.size());
    else
        error.message = DecodeText::tr("The service's reply is not valid JSON (%1, at byte %2).")
                            .arg(parse.errorString())
                            .arg(parse.offset);
    error.code = parse.error == QJsonParseError::NoError ? QString() : parse.errorString();
    error.advice = DecodeText::tr("Try again. If it happens again, check the endpoint; a proxy may damage the reply.");
    return fail(error);
}

Result<PlayInfoReply> decodePlayInfo(const QByteArray& body)
{
    return decodeReply<PlayInfoReply>(body, [](const JsonFields& fields, PlayInfoReply& out) {
        fields.require(u"MediaBase"_s);
        out.mediaBase = decodeMediaBase(fields.object(u"MediaBase"_s));
        fields.require(u"PlayInfoList"_s);
        out.playInfoList = decodeList<PlayInfo>(fields, u"PlayInfoList"_s, decodeStream);
    });
}

} // namespace proofreel
