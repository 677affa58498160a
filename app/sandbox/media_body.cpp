// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/media_body.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace proofreel::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 pieceSize = 64 * 1024;

//! Sends [m_at, m_end) piece by piece, with the faults of a transfer.
class Transfer {
public:
    Transfer(const MediaBody& body, qint64 first, qint64 end, const HttpHost& host, const Faults& faults)
        : m_body(body)
        , m_file(body.path)
        , m_at(first)
        , m_end(end)
        , m_host(host)
        , m_faults(faults)
    {
        if (!body.path.isEmpty())
            m_isOpen = m_file.open(QIODevice::ReadOnly);
    }

    [[nodiscard]] bool isAtEnd() const { return m_at >= m_end; }
    //! False ends the connection.
    bool sendPiece(httplib::DataSink& sink)
    {
        qint64 count = std::min(pieceSize, m_end - m_at);
        if (m_faults.cutAfter > 0)
            count = std::min(count, m_faults.cutAfter - m_sent);
        if (m_faults.stallAfter > 0)
            count = std::min(count, m_faults.stallAfter - m_sent);
        if (m_faults.slowKBps > 0)
            count = std::min<qint64>(count, std::max(1024, m_faults.slowKBps * 100)); // ten pieces a second
        if (count <= 0) {
            if (m_at < m_end && m_faults.stallAfter > 0 && m_sent >= m_faults.stallAfter)
                m_host.waitInRequest(-1);
            return false; // cut, ended after a stall, or (wrong-length) nothing more to send
        }
        const QByteArray piece = read(count);
        if (piece.size() != count || !sink.write(piece.constData(), size_t(piece.size())))
            return false;
        m_at += count;
        m_sent += count;
        return m_faults.slowKBps <= 0 || m_host.waitInRequest(count * 1000 / (qint64(m_faults.slowKBps) * 1024));
    }

private:
    QByteArray read(qint64 count)
    {
        if (m_body.path.isEmpty())
            return m_body.text.mid(m_at, count);
        return m_isOpen && m_file.seek(m_at) ? m_file.read(count) : QByteArray();
    }

    MediaBody m_body;
    QFile m_file;
    qint64 m_at, m_end, m_sent = 0;
    const HttpHost& m_host;
    Faults m_faults;
    bool m_isOpen = false;
};

} // namespace

std::optional<std::pair<qint64, qint64>> parseRange(const std::string& header, qint64 size)
{
    static const QRegularExpression form(u"^bytes=(\\d{0,18})-(\\d{0,18})$"_s);
    const auto match = form.match(QString::fromStdString(header));
    if (!match.hasMatch() || (match.captured(1).isEmpty() && match.captured(2).isEmpty()))
        return {};
    if (match.captured(1).isEmpty()) {
        const qint64 tail = match.captured(2).toLongLong();
        return tail == 0 ? std::pair<qint64, qint64>(size, size - 1)
                         : std::pair<qint64, qint64>(std::max<qint64>(0, size - tail), size - 1);
    }
    const qint64 first = match.captured(1).toLongLong();
    const qint64 last = match.captured(2).isEmpty() ? size - 1 : std::min(match.captured(2).toLongLong(), size - 1);
    if (!match.captured(2).isEmpty() && match.captured(2).toLongLong() < first)
        return {};
    return first >= size ? std::pair<qint64, qint64>(size, size - 1) : std::pair(first, last);
}

void sendBody(const httplib::Request& request, httplib::Response& reply, const MediaBody& body, const char* contentType,
    const HttpHost& host, const Faults& faults)
{
    const qint64 size = body.path.isEmpty() ? body.text.size() : QFileInfo(body.path).size();
    qint64 first = 0, last = size - 1;
    reply.status = 200;
    if (!faults.noRange) {
        reply.set_header("Accept-Ranges", "bytes");
        if (const auto range = parseRange(request.get_header_value("Range"), size)) {
            std::tie(first, last) = *range;
            if (first > last) {
                reply.status = 416;
                reply.set_header("Content-Range", "bytes */" + std::to_string(size));
                return;
            }
            reply.status = 206;
            reply.set_header("Content-Range",
                "bytes " + std::to_string(first) + '-' + std::to_string(last) + '/'
                    + std::to_string(size + body.lengthOff));
        }
    }
    if (!body.etag.isEmpty())
        reply.set_header("ETag", '"' + body.etag.toStdString() + '"');
    if (!body.path.isEmpty()) {
        const QFileInfo info(body.path);
        reply.set_header("ETag",
            '"' + std::to_string(info.size()) + '-' + std::to_string(info.lastModified().toSecsSinceEpoch()) + '"');
    }
    qint64 length = last - first + 1;
    if (length == 0) {
        reply.set_content("", contentType);
        return;
    }
    const auto transfer = std::make_shared<Transfer>(body, first, last + 1, host, faults);
    if (!body.saysLength) {
        reply.set_chunked_content_provider(contentType, [transfer](size_t, httplib::DataSink& sink) {
            if (transfer->isAtEnd())
                sink.done();
            return transfer->isAtEnd() || transfer->sendPiece(sink);
        });
        return;
    }
    if (faults.wrongLength)
        length += length / 2 + 4096; // promises more than there is
    reply.set_content_provider(size_t(length), contentType,
        [transfer](size_t, size_t, httplib::DataSink& sink) { return transfer->sendPiece(sink); });
}

} // namespace proofreel::sandbox
