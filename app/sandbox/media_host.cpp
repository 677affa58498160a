// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/media_host.h"

#include "sandbox/bad_covers.h"
#include "sandbox/encoding.h"
#include "sandbox/error_reply.h"
#include "sandbox/playlist_writer.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace proofreel::sandbox {

using namespace Qt::StringLiterals;

namespace {

const char* contentType(const QString& path)
{
    static const std::pair<QLatin1StringView, const char*> types[] = {
        { ".mp4"_L1, "video/mp4" },
        { ".m3u8"_L1, "application/vnd.apple.mpegurl" },
        { ".ts"_L1, "video/mp2t" },
        { ".m4s"_L1, "video/iso.segment" },
        { ".mp3"_L1, "audio/mpeg" },
        { ".jpg"_L1, "image/jpeg" },
        { ".srt"_L1, "application/x-subrip" },
    };
    for (const auto& [suffix, type] : types) {
        if (path.endsWith(suffix))
            return type;
    }
    return "application/octet-stream";
}

//! 1 for the first segment of a playlist, 0 for anything else.
int segmentNumber(const QString& path)
{
    static const QRegularExpression form(u"/seg_(\\d+)\\.(?:ts|m4s)$"_s);
    const auto match = form.match(path);
    return match.hasMatch() ? match.captured(1).toInt() + 1 : 0;
}

} // namespace

MediaHost::MediaHost(HttpHost& host, const Catalog& catalog, const MediaUrls& urls, RunState& state)
    : m_host(host)
    , m_catalog(catalog)
    , m_urls(urls)
    , m_state(state)
{
    host.Get(".*", [this](const httplib::Request& request, httplib::Response& reply) {
        // The library would apply ranges by itself, to errors too; sendBody() does it, because faults need other
        // answers.
        const_cast<httplib::Request&>(request).ranges.clear();
        answer(request, reply);
    });
    host.Options(".*", [this](const httplib::Request&, httplib::Response& reply) {
        reply.status = 204;
        reply.set_header("Access-Control-Allow-Origin", "*");
        reply.set_header("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
        reply.set_header("Access-Control-Allow-Headers", "Range");
        reply.set_header("Access-Control-Max-Age", "3600");
        reply.set_header("Date", m_state.httpDate());
    });
    host.set_post_routing_handler([this](const httplib::Request& request, httplib::Response& reply) {
        const QByteArray path = QByteArray::fromStdString(request.path);
        m_state.log(u"%1 %2 %3"_s.arg(
            QString::fromStdString(request.method), QString::fromUtf8(path), QString::number(reply.status)));
    });
}

void MediaHost::refuse(
    httplib::Response& reply, int status, const char* code, const char* message, const httplib::Request& request) const
{
    reply.status = status;
    const QByteArray id = randomBytes(12).toHex().toUpper();
    const QByteArray body =
        ossErrorBody(code, message, id, QByteArray::fromStdString(request.get_header_value("Host")));
    reply.set_header("x-oss-request-id", id.toStdString());
    reply.set_content(body.toStdString(), "application/xml");
}

void MediaHost::answer(const httplib::Request& request, httplib::Response& reply) const
{
    const Faults faults = m_state.faults();
    if (faults.hangMedia) {
        m_state.log(u"%1 %2 hangs"_s.arg(QString::fromStdString(request.method), QString::fromStdString(request.path)));
        m_host.waitInRequest(-1);
        reply.status = 503;
        reply.set_header("Connection", "close");
        return;
    }
    reply.set_header("Date", m_state.httpDate());

    // "/<MediaId>/<file>"; the file is looked up among those of the asset's folder, never above it.
    const QString path = QString::fromStdString(request.path);
    const QString mediaId = path.section(u'/', 1, 1), file = path.section(u'/', 2);
    const qint64 index = m_catalog.indexOf(mediaId);
    const Asset asset = index < 0 ? Asset() : m_catalog.asset(index);
    const Rendition* const rendition = asset.renditionOf(file);
    const Serving serving = rendition ? rendition->serving : Serving();
    if (serveAs(serving, request, reply))
        return;
    if (index < 0 || file.isEmpty())
        return refuse(reply, 404, "NoSuchKey", "The specified key does not exist.", request);
    if (file == "hls.key"_L1)
        return serveKey(request, reply, asset);
    switch (m_urls.verify(QByteArray::fromStdString(request.target), m_state.nowMs(), faults.urlTtlS)) {
    case UrlVerdict::Valid:
        break;
    case UrlVerdict::Unsigned:
        if (asset.urlStyle == UrlStyle::None || serving.open)
            break;
        return refuse(
            reply, 403, "AccessDenied", "You have no right to access this object because of bucket acl.", request);
    case UrlVerdict::Wrong:
        return refuse(reply, 403, "SignatureDoesNotMatch",
            "The request signature we calculated does not match the signature you provided.", request);
    case UrlVerdict::Expired:
        return refuse(reply, 403, "AccessDenied", "Request has expired.", request);
    }
    const QString folder = QDir::cleanPath(m_catalog.mediaFolder() + u'/' + asset.folder);
    const QString full = QDir::cleanPath(folder + u'/' + file);
    if (asset.folder.isEmpty() || !full.startsWith(folder + u'/') || !QFile::exists(full) || file.endsWith(".key"_L1)
        || (faults.missingSegment > 0 && segmentNumber(path) == faults.missingSegment))
        return refuse(reply, 404, "NoSuchKey", "The specified key does not exist.", request);
    if (!serving.cacheControl.isEmpty())
        reply.set_header("Cache-Control", serving.cacheControl.toStdString());
    if (file.endsWith(".m3u8"_L1))
        return servePlaylist(request, reply, asset, full, serving);
    if (file == asset.cover)
        return serveCover(request, reply, asset, full);
    send(request, reply, { .path = full, .text = {}, .etag = {} }, full, serving);
}

bool MediaHost::serveAs(const Serving& serving, const httplib::Request& request, httplib::Response& reply) const
{
    if (serving.cors) {
        reply.set_header("Access-Control-Allow-Origin", "*");
        reply.set_header("Access-Control-Expose-Headers", "Content-Length, Content-Range, Date");
    }
    const QString host = QString::fromStdString(request.get_header_value("Host"));
    if (!serving.redirectHost.isEmpty() && host.section(u':', 0, 0) != serving.redirectHost) {
        const QString scheme = request.ssl ? u"https://"_s : u"http://"_s;
        reply.status = 302;
        reply.set_header(
            "Location", (scheme + serving.redirectHost + u':' + host.section(u':', 1)).toStdString() + request.target);
        return true;
    }
    if (serving.status > 0)
        refuse(reply, serving.status, "AccessDenied", "The bucket does not hand this out.", request);
    return serving.status > 0;
}

void MediaHost::serveKey(const httplib::Request& request, httplib::Response& reply, const Asset& asset) const
{
    for (const Rendition& rendition : asset.renditions) {
        if (rendition.serving.key == "hang"_L1) {
            m_host.waitInRequest(-1);
            reply.set_header("Connection", "close");
        }
        if (!rendition.serving.key.isEmpty())
            return refuse(reply, 403, "AccessDenied", "The key is not handed out.", request);
    }
    const QByteArray token = QByteArray::fromStdString(request.get_param_value("MtsHlsUriToken"));
    if (!m_urls.isKeyTokenValid(token, asset.mediaId, m_state.nowMs(), m_state.faults().urlTtlS))
        return refuse(reply, 403, "AccessDenied", "The MtsHlsUriToken is missing, wrong or expired.", request);
    QFile key(QDir(m_catalog.mediaFolder()).filePath(asset.folder + u"/hls.key"_s));
    if (asset.folder.isEmpty() || !key.open(QIODevice::ReadOnly))
        return refuse(reply, 404, "NoSuchKey", "The specified key does not exist.", request);
    reply.status = 200;
    reply.set_header("Cache-Control", "no-store");
    reply.set_content(key.readAll().toStdString(), "application/octet-stream");
}

void MediaHost::servePlaylist(const httplib::Request& request, httplib::Response& reply, const Asset& asset,
    const QString& path, const Serving& serving) const
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(reply, 404, "NoSuchKey", "The specified key does not exist.", request);
    const QByteArray target = QByteArray::fromStdString(request.target);
    const QByteArray plain = serving.segments > 0 ? serving.madePlaylist() : file.readAll();
    const QByteArray text = signedPlaylist(plain, target, m_urls, '/' + asset.mediaId.toLatin1() + "/hls.key",
        QByteArray::fromStdString(request.get_param_value("MtsHlsUriToken")));
    send(request, reply, { .path = {}, .text = text, .etag = {} }, path, serving);
}

void MediaHost::send(const httplib::Request& request, httplib::Response& reply, MediaBody body, const QString& path,
    const Serving& serving) const
{
    Faults faults = m_state.faults();
    faults.noRange |= serving.noRange;
    body.lengthOff = serving.lengthOff;
    body.saysLength = serving.length;
    const char* const type = serving.contentType.isEmpty() ? contentType(path) : serving.contentType.constData();
    sendBody(request, reply, body, type, m_host, faults);
}

QByteArray MediaHost::cover(const QString& path) const
{
    const std::lock_guard lock(m_mutex);
    QByteArray& bytes = m_covers[path];
    QFile file(path);
    if (bytes.isEmpty() && file.open(QIODevice::ReadOnly))
        bytes = file.readAll();
    return bytes;
}

void MediaHost::serveCover(
    const httplib::Request& request, httplib::Response& reply, const Asset& asset, const QString& path) const
{
    const Faults faults = m_state.faults();
    const QByteArray bytes = cover(path);
    if (!faults.badCovers) {
        const MediaBody body { .path = {}, .text = bytes, .etag = md5Hex(bytes).toUpper() };
        return sendBody(request, reply, body, contentType(path), m_host, faults);
    }
    const BadCover bad = badCover(asset.index, bytes);
    reply.status = bad.status;
    if (bad.redirectsToItself)
        reply.set_header("Location", request.target);
    reply.set_content(bad.body.toStdString(), bad.contentType);
}

} // namespace proofreel::sandbox
