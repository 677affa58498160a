// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/cover_cache.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QIODevice>
#include <QMutexLocker>
#include <QNetworkCacheMetaData>
#include <QNetworkDiskCache>
#include <QStandardPaths>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

//! QNetworkDiskCache knows its entries by URL; this one is nobody's address.
QUrl urlOf(const QString& key)
{
    return QUrl(
        u"cover:"_s + QString::fromLatin1(QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex()));
}

} // namespace

CoverCache::CoverCache(const QString& folder)
{
    setFolder(folder);
}

void CoverCache::setFolder(const QString& folder)
{
    const QMutexLocker lock(&m_mutex);
    m_disk.reset();
    if (folder.isEmpty() || !QDir().mkpath(folder))
        return;
    m_disk = std::make_unique<QNetworkDiskCache>();
    m_disk->setCacheDirectory(folder);
    m_disk->setMaximumCacheSize(kMaxBytes);
}

CoverCache::~CoverCache() = default;

QString CoverCache::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + "/covers"_L1;
}

QByteArray CoverCache::load(const QString& key)
{
    const QMutexLocker lock(&m_mutex);
    if (!m_disk)
        return {};
    const std::unique_ptr<QIODevice> device(m_disk->data(urlOf(key)));
    return device ? device->readAll() : QByteArray();
}

void CoverCache::store(const QString& key, const QByteArray& picture)
{
    const QMutexLocker lock(&m_mutex);
    if (!m_disk || picture.isEmpty())
        return;
    QNetworkCacheMetaData about;
    about.setUrl(urlOf(key));
    about.setSaveToDisk(true);
    about.setLastModified(QDateTime::currentDateTimeUtc());
    about.setRawHeaders({ { "Content-Length", QByteArray::number(picture.size()) } });
    QIODevice* device = m_disk->prepare(about);
    if (!device)
        return;
    if (device->write(picture) == picture.size())
        m_disk->insert(device);
    else
        m_disk->remove(urlOf(key));
}

void CoverCache::clear()
{
    const QMutexLocker lock(&m_mutex);
    if (m_disk)
        m_disk->clear();
}

} // namespace proofreel
