// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/reply_trouble.h"

#include "core/network_error.h"
#include "media/media_sniff.h"
#include "media/playlist.h"

#include <QCoreApplication>
#include <QXmlStreamReader>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

struct PlaybackText {
    Q_DECLARE_TR_FUNCTIONS(Playback)
};

struct OssError {
    QString code, message, requestId;
};

OssError readOssError(const QByteArray& body)
{
    OssError found;
    QXmlStreamReader xml(body.left(16 * 1024));
    while (!xml.atEnd() && !xml.hasError()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "Code"_L1)
            found.code = xml.readElementText().left(100);
        else if (xml.name() == "Message"_L1)
            found.message = xml.readElementText().left(300);
        else if (xml.name() == "RequestId"_L1)
            found.requestId = xml.readElementText().left(100);
    }
    return found;
}

} // namespace

std::optional<Error> replyTrouble(const HttpResponse& reply, const QUrl& url, bool linkExpired)
{
    Error error { .kind = ErrorKind::Media, .host = hostAndPort(url), .httpStatus = reply.status };
    if (reply.status >= 200 && reply.status < 300) {
        switch (sniffMedia(reply.body, reply.header("Content-Type"))) {
        case MediaKind::Empty:
            error.message = PlaybackText::tr("The server answered with an empty file.");
            error.advice = PlaybackText::tr("Choose another rendition; this one has to be made again.");
            return error;
        case MediaKind::WebPage:
            error.message = PlaybackText::tr("The server answered with a web page in place of video.");
            error.advice =
                PlaybackText::tr("Check the playback domain, and whether a proxy or a login page stands in between.");
            return error;
        case MediaKind::Xml:
            error.message = PlaybackText::tr("The server answered with an XML document in place of video.");
            error.advice = PlaybackText::tr("Choose an mp4 or HLS rendition.");
            return error;
        default:
            return std::nullopt;
        }
    }
    const OssError oss = readOssError(reply.body);
    error.code = oss.code;
    error.requestId =
        oss.requestId.isEmpty() ? QString::fromLatin1(reply.header("x-oss-request-id").left(100)) : oss.requestId;
    if (reply.status == 403 || reply.status == 401) {
        const bool expired =
            linkExpired || oss.message.contains("expired"_L1, Qt::CaseInsensitive) || oss.code.contains("Expired"_L1);
        error.kind = expired ? ErrorKind::Expired : ErrorKind::Permission;
        error.message = expired ? PlaybackText::tr("This link has expired.")
                                : PlaybackText::tr("The server refuses this link (%1).")
                                      .arg(oss.code.isEmpty() ? QString::number(reply.status) : oss.code);
        error.advice = expired
            ? PlaybackText::tr("Get the streams again for a new link.")
            : PlaybackText::tr(
                "Get the streams again. If it happens again, check the referer and IP rules of the playback domain.");
    } else if (reply.status == 404 || reply.status == 410) {
        error.kind = ErrorKind::NotFound;
        error.message = looksLikePlaylist(url) || !url.path().endsWith(".ts"_L1)
            ? PlaybackText::tr("There is no such file on the server any more (%1).").arg(reply.status)
            : PlaybackText::tr("A part of this stream is missing on the server (%1).").arg(reply.status);
        error.advice = PlaybackText::tr("Get the streams again, or choose another rendition.");
    } else if (reply.status >= 500 || reply.status == 429) {
        error.kind = reply.status == 429 ? ErrorKind::Throttled : ErrorKind::Service;
        error.message = PlaybackText::tr("The media server failed (%1).").arg(reply.status);
        error.advice = PlaybackText::tr("Try again in a moment.");
    } else {
        error.kind = ErrorKind::Protocol;
        error.message =
            PlaybackText::tr("The media server gave an answer that no player can use (%1).").arg(reply.status);
        error.advice = PlaybackText::tr("Check the playback domain.");
    }
    return error;
}

} // namespace proofreel
