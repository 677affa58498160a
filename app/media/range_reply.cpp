// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/range_reply.h"

#include "core/network_error.h"
#include "media/reply_trouble.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

struct MediaText {
    Q_DECLARE_TR_FUNCTIONS(Media)
};

Error wrongRange(const QUrl& url)
{
    return { .kind = ErrorKind::Protocol,
        .message = MediaText::tr("%1 sent another part of the media than was asked for.").arg(hostAndPort(url)),
        .advice = MediaText::tr("Check how the playback domain answers range requests (HTTP Range)."),
        .host = hostAndPort(url),
        .httpStatus = 206 };
}

} // namespace

std::optional<ContentRange> contentRange(const HttpResponse& reply)
{
    static const QRegularExpression form(u"^bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)$"_s);
    const auto match = form.match(QString::fromLatin1(reply.header("Content-Range").trimmed().toLower()));
    if (!match.hasMatch())
        return std::nullopt;
    ContentRange range { .first = match.captured(1).toLongLong(), .last = match.captured(2).toLongLong() };
    if (match.captured(3) != u"*")
        range.total = match.captured(3).toLongLong();
    if (range.last < range.first || (range.total >= 0 && range.last >= range.total))
        return std::nullopt;
    return range;
}

std::optional<Error> rangeTrouble(const HttpResponse& reply, const QUrl& url)
{
    if (reply.status == 416 && reply.header("Content-Range").trimmed() == "bytes */0") {
        HttpResponse empty;
        empty.status = 200;
        return replyTrouble(empty, url);
    }
    const auto range = contentRange(reply);
    if (reply.status == 206 && (!range || range->first != 0))
        return std::nullopt;
    return replyTrouble(reply, url);
}

std::optional<Error> rangeMismatch(
    const HttpResponse& reply, qint64 offset, qint64 length, qint64 total, const QUrl& url)
{
    const auto range = contentRange(reply);
    if (reply.status != 206 || !range || range->first != offset || reply.truncated)
        return wrongRange(url);
    if (range->total < 0)
        return sizeUnknown(url);
    if (total >= 0 && range->total != total)
        return fileChanged(url);
    const qint64 expected = std::min(length, range->total - offset);
    if (reply.body.size() != expected || range->last - range->first + 1 != expected)
        return wrongRange(url);
    return std::nullopt;
}

Error sizeUnknown(const QUrl& url)
{
    return { .kind = ErrorKind::Protocol,
        .message = MediaText::tr("%1 does not say how large the media is.").arg(hostAndPort(url)),
        .advice = MediaText::tr("Check how the playback domain answers range requests (HTTP Range)."),
        .host = hostAndPort(url) };
}

Error fileChanged(const QUrl& url)
{
    return { .kind = ErrorKind::Protocol,
        .message = MediaText::tr("The media on %1 changed while it was read.").arg(hostAndPort(url)),
        .advice = MediaText::tr("Try again."),
        .host = hostAndPort(url) };
}

} // namespace proofreel
