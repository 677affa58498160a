// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/cover_loader.h"

#include "catalog/picture_loader.h"
#include "core/http.h"

#include <QBuffer>
#include <QUrl>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr int kMaxRunning = 6; // as many connections as HTTP clients open to one host
constexpr int kCacheKiB = 96 * 1024; // at least 100 covers
constexpr qint64 kMaxBytes = 8 * 1024 * 1024;
constexpr QSize kBox(640, 360); // enough for a tile at twice the pixels
constexpr int kQuality = 85;

//! As small as it is shown; with its transparency if it has any.
QByteArray encoded(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (image.isNull() || !buffer.open(QIODevice::WriteOnly))
        return {};
    const bool isOpaque = !image.hasAlphaChannel();
    return image.save(&buffer, isOpaque ? "JPEG" : "PNG", isOpaque ? kQuality : -1) ? bytes : QByteArray();
}

} // namespace

QImage decodeCover(const QByteArray& bytes)
{
    return decodePicture(bytes, kBox).image;
}

CoverLoader::CoverLoader(Http& http, const QString& cacheFolder, QObject* parent)
    : QObject(parent)
    , m_http(http)
    , m_disk(cacheFolder)
    , m_cache(kCacheKiB)
{
    m_decoders.setMaxThreadCount(2);
}

CoverLoader::~CoverLoader()
{
    for (CallHandle& call : m_running)
        call.abort();
    m_decoders.clear();
    m_decoders.waitForDone();
}

void CoverLoader::setFolder(const QString& cacheFolder)
{
    m_cache.clear();
    m_failed.clear();
    m_decoders.start([this, cacheFolder] { m_disk.setFolder(cacheFolder); });
}

QString CoverLoader::keyOf(const Cover& cover)
{
    return cover.mediaId + u'\n' + QUrl(cover.url).path();
}

QImage CoverLoader::image(const Cover& cover) const
{
    const QImage* const found = m_cache.object(keyOf(cover));
    return found ? *found : QImage();
}

void CoverLoader::setWanted(const QList<Cover>& covers)
{
    QSet<QString> wanted;
    m_queue.clear();
    for (const Cover& cover : covers) {
        const QString key = keyOf(cover);
        if (cover.mediaId.isEmpty() || wanted.contains(key))
            continue;
        wanted.insert(key);
        if (!m_cache.contains(key) && !m_failed.contains(key) && !m_running.contains(key))
            m_queue.append(cover);
    }
    for (auto call = m_running.begin(); call != m_running.end();) {
        // A null handle is in the pool: that is soon done, so it may go on.
        if (wanted.contains(call.key()) || !*call) {
            ++call;
        } else {
            call->abort();
            call = m_running.erase(call);
        }
    }
    m_wanted = std::move(wanted);
    next();
}

void CoverLoader::next()
{
    while (m_running.size() < kMaxRunning && !m_queue.isEmpty()) {
        const Cover cover = m_queue.takeFirst();
        m_running.insert(keyOf(cover), {});
        const auto fromDisk = [this, key = keyOf(cover)] { return decodeCover(m_disk.load(key)); };
        QtConcurrent::run(&m_decoders, fromDisk).then(this, [this, cover](const QImage& image) {
            if (image.isNull() && !cover.url.isEmpty() && m_wanted.contains(keyOf(cover)))
                fetch(cover);
            else
                decoded(cover, image);
        });
    }
}

void CoverLoader::fetch(const Cover& cover)
{
    HttpRequest request;
    request.url = QUrl(cover.url, QUrl::StrictMode);
    request.maxBytes = kMaxBytes;
    m_running[keyOf(cover)] =
        m_http.send(request, this, [this, cover](const Result<HttpResponse>& response) { fetched(cover, response); });
}

void CoverLoader::fetched(const Cover& cover, const Result<HttpResponse>& response)
{
    if (!response || response->status != 200) {
        decoded(cover, {});
        return;
    }
    m_running[keyOf(cover)] = {};
    const auto decode = [this, key = keyOf(cover), body = response->body] {
        const QImage image = decodeCover(body);
        m_disk.store(key, encoded(image));
        return image;
    };
    QtConcurrent::run(&m_decoders, decode).then(this, [this, cover](const QImage& image) { decoded(cover, image); });
}

void CoverLoader::decoded(const Cover& cover, const QImage& image)
{
    const QString key = keyOf(cover);
    m_running.remove(key);
    if (!image.isNull()) {
        m_cache.insert(key, new QImage(image), std::max(1, static_cast<int>(image.sizeInBytes() / 1024)));
        Q_EMIT loaded(cover.mediaId);
    } else if (m_wanted.contains(key)) { // else it was given up, which is no failure
        m_failed.insert(key);
    }
    next();
}

void CoverLoader::setImage(const Cover& cover, const QImage& image)
{
    const QImage small = image.width() > kBox.width() || image.height() > kBox.height()
        ? image.scaled(kBox, Qt::KeepAspectRatio, Qt::SmoothTransformation)
        : image;
    m_failed.remove(keyOf(cover));
    m_decoders.start([this, key = keyOf(cover), small] { m_disk.store(key, encoded(small)); });
    m_cache.insert(keyOf(cover), new QImage(small), std::max(1, static_cast<int>(small.sizeInBytes() / 1024)));
    Q_EMIT loaded(cover.mediaId);
}

void CoverLoader::clear(const QString& cacheFolder)
{
    setWanted({});
    m_cache.clear();
    m_failed.clear();
    m_decoders.start([this, cacheFolder] {
        m_disk.clear();
        CoverCache(cacheFolder).clear();
    });
}

} // namespace proofreel
