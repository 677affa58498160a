// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the server hands a rendition out.

#include "quality/docket.h"
#include "quality/quantity.h"
#include "quality/sheet_view.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

bool typeFits(const QString& type, const QString& format)
{
    static const QStringList mp4 { u"video/mp4"_s, u"audio/mp4"_s, u"application/mp4"_s, u"video/x-m4v"_s,
        u"video/quicktime"_s };
    static const QStringList m3u8 { u"application/vnd.apple.mpegurl"_s, u"application/x-mpegurl"_s,
        u"application/mpegurl"_s, u"audio/mpegurl"_s, u"audio/x-mpegurl"_s };
    static const QStringList mp3 { u"audio/mpeg"_s, u"audio/mp3"_s, u"audio/mpeg3"_s, u"audio/x-mpeg"_s };
    static const QStringList mp4Names { u"mp4"_s, u"mov"_s, u"m4a"_s, u"m4v"_s };
    return mp4Names.contains(format) ? mp4.contains(type)
        : format == "m3u8"_L1        ? m3u8.contains(type)
        : format == "mp3"_L1         ? mp3.contains(type)
                                     : true;
}

bool isLoopback(const QString& host)
{
    return host == "localhost"_L1 || host == "::1"_L1 || host.startsWith("127."_L1);
}

void length(const StreamSheet& stream, const DeliveryFacts& facts, Docket& docket)
{
    if (isPlaylist(stream) || !docket.opens("delivery.length"_L1, stream.key))
        return;
    const MediaFacts* file = fileOf(stream);
    if (!facts.contentLength)
        return docket.find("delivery.length"_L1, stream.key,
            { .message = Judge::tr("The server does not say how long the file is."), .field = u"Content-Length"_s });
    if (file && file->sizeBytes && *file->sizeBytes != *facts.contentLength)
        docket.find("delivery.length"_L1, stream.key,
            { .message = Judge::tr("The server announces %1, but the file has %2.")
                             .arg(bytesText(double(*facts.contentLength)), bytesText(double(*file->sizeBytes))),
                .field = u"Content-Length"_s,
                .declared = bytesText(double(*facts.contentLength)),
                .measured = bytesText(double(*file->sizeBytes)) });
}

void contentType(const StreamSheet& stream, const DeliveryFacts& facts, Docket& docket)
{
    const MediaFacts* file = fileOf(stream);
    // What the file is, where that is known: a wrong Format is another rule's.
    const QString format = file && !file->format.isEmpty() ? file->format : stream.info.format;
    const QString type = facts.contentType.section(u';', 0, 0).trimmed().toLower();
    if (format.isEmpty() || !docket.opens("delivery.content-type"_L1, stream.key)
        || (!type.isEmpty() && typeFits(type, format)))
        return;
    docket.find("delivery.content-type"_L1, stream.key,
        { .message = type.isEmpty()
                ? Judge::tr("The server names no Content-Type for %1.").arg(format.left(80))
                : Judge::tr("Content-Type is %1, which does not fit %2.").arg(type.left(80), format.left(80)),
            .field = u"Content-Type"_s,
            .declared = format,
            .measured = type });
}

void origins(const StreamSheet& stream, const DeliveryFacts& facts, Docket& docket)
{
    if (docket.opens("delivery.cors"_L1, stream.key) && facts.allowOrigin.isEmpty())
        docket.find("delivery.cors"_L1, stream.key,
            { .message =
                    Judge::tr("There is no Access-Control-Allow-Origin: web players of other origins cannot read it."),
                .field = u"Access-Control-Allow-Origin"_s });
    if (docket.opens("delivery.redirect"_L1, stream.key) && !facts.redirectedTo.isEmpty())
        docket.find("delivery.redirect"_L1, stream.key,
            { .message = Judge::tr("The link leads on to %1.").arg(facts.redirectedTo.left(200)),
                .field = u"Location"_s,
                .measured = facts.redirectedTo });
}

void encryption(const StreamSheet& stream, const DeliveryFacts& facts, Docket& docket)
{
    // Nobody listens on the way to this machine.
    const QString host = QUrl(stream.info.playUrl).host();
    if (!docket.opens("delivery.tls"_L1, stream.key))
        return;
    if (facts.downgraded)
        docket.find("delivery.tls"_L1, stream.key,
            { .message = Judge::tr("The server sends from https on to http."),
                .field = u"PlayURL"_s,
                .declared = u"https"_s,
                .measured = u"http"_s });
    else if (!facts.https && !isLoopback(host))
        docket.find("delivery.tls"_L1, stream.key,
            { .message = Judge::tr("It is handed out over http, without encryption."),
                .field = u"PlayURL"_s,
                .declared = u"https"_s,
                .measured = u"http"_s });
}

void caching(const StreamSheet& stream, const DeliveryFacts& facts, Docket& docket)
{
    if (isPlaylist(stream) || !docket.opens("delivery.cache"_L1, stream.key))
        return;
    QStringList parts;
    for (const QString& part : facts.cacheControl.toLower().split(u','))
        parts << part.trimmed();
    for (const QString& forbids : { u"no-store"_s, u"no-cache"_s, u"private"_s, u"max-age=0"_s }) {
        if (parts.contains(forbids))
            return docket.find("delivery.cache"_L1, stream.key,
                { .message = Judge::tr("Cache-Control is %1: each viewer costs a transfer from the origin.")
                                 .arg(facts.cacheControl.left(200)),
                    .field = u"Cache-Control"_s,
                    .measured = facts.cacheControl });
    }
}

} // namespace

void judgeDelivery(const StreamSheet& stream, Docket& docket)
{
    if (!stream.delivery || stream.delivery->status == 0)
        return;
    const DeliveryFacts& facts = *stream.delivery;
    if (facts.downgraded) // a redirect that nobody should follow: there is no more of an answer
        return encryption(stream, facts, docket);
    const bool answered = facts.status == 200 || facts.status == 206;
    if (docket.opens("delivery.status"_L1, stream.key) && !answered)
        docket.find("delivery.status"_L1, stream.key,
            { .message = Judge::tr("The server answers %1.").arg(facts.status),
                .field = u"PlayURL"_s,
                .declared = u"206"_s,
                .measured = QString::number(facts.status) });
    if (!answered)
        return;
    if (!isPlaylist(stream) && docket.opens("delivery.range"_L1, stream.key) && !facts.ranges)
        docket.find("delivery.range"_L1, stream.key,
            { .message = Judge::tr("The server ignores Range and sends the whole file: seeking is slow or impossible."),
                .field = u"Content-Range"_s,
                .declared = u"206"_s,
                .measured = QString::number(facts.status) });
    length(stream, facts, docket);
    contentType(stream, facts, docket);
    origins(stream, facts, docket);
    encryption(stream, facts, docket);
    caching(stream, facts, docket);
}

} // namespace proofreel
