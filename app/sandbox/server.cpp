// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/server.h"

#include "sandbox/api_host.h"
#include "sandbox/media_host.h"
#include "sandbox/tls_identity.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace proofreel::sandbox {

using namespace Qt::StringLiterals;

namespace {

bool isDemo(const QString& catalogue)
{
    return catalogue == "demo"_L1;
}
QString mediaName(const QString& catalogue)
{
    return isDemo(catalogue) ? u"demo"_s : u"quality"_s;
}
QString mediaVariable(const QString& catalogue)
{
    return isDemo(catalogue) ? u"PROOFREEL_DEMO_MEDIA"_s : u"PROOFREEL_QUALITY_MEDIA"_s;
}
QString catalogFile(const QString& catalogue)
{
    return isDemo(catalogue) ? u"catalog.json"_s : catalogue + u".json"_s;
}

} // namespace

class Server::Private {
public:
    explicit Private(Options given)
        : options(std::move(given))
        , state(options.faults)
    {
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        permanent = AccessKey::make(false);
        temporary = AccessKey::make(true, now + 365LL * 24 * 3'600'000);
        expired = AccessKey::make(true, now - 3'600'000);
        inactive = AccessKey::make(false);
        inactive.active = false;
        for (const AccessKey& key : { permanent, temporary, expired, inactive })
            keys.add(key);
    }

    [[nodiscard]] QString url(const HttpHost* host) const
    {
        return host ? u"%1://127.0.0.1:%2"_s.arg(identity ? u"https"_s : u"http"_s).arg(host->port()) : QString();
    }

    Options options;
    RunState state;
    AccessKey permanent, temporary, expired, inactive;
    KeyRing keys;
    Catalog catalog;
    MediaUrls urls;
    std::unique_ptr<TlsIdentity> identity;
    // The handlers are made before their host listens, and outlive it.
    std::unique_ptr<MediaHost> media;
    std::unique_ptr<ApiHost> api;
    std::unique_ptr<HttpHost> mediaHttp, apiHttp;
};

Server::Server(Options options)
    : d(std::make_unique<Private>(std::move(options)))
{
}

Server::~Server()
{
    stop();
}

std::optional<QString> Server::start()
{
    const QString& catalogue = d->options.catalogue;
    if (!catalogueNames().contains(catalogue))
        return u"There is no catalogue \"%1\". Known: %2."_s.arg(catalogue, catalogueNames().join(", "_L1));
    const QString folder = d->options.mediaFolder.isEmpty() ? findMediaFolder(catalogue) : d->options.mediaFolder;
    if (folder.isEmpty()) {
        return QCoreApplication::translate(
            "Sandbox", "The %1 media are missing: expected in share/proofreel/%1 beside bin/, or where %2 says.")
            .arg(mediaName(catalogue), mediaVariable(catalogue));
    }
    if (auto error = d->catalog.load(folder, d->options.assets, d->options.seed, catalogFile(catalogue)))
        return error;
    if (d->options.faults.tls) {
        d->identity = std::make_unique<TlsIdentity>();
        if (!d->identity->isValid())
            return u"Cannot make a certificate."_s;
    }
    d->mediaHttp = std::make_unique<HttpHost>(d->identity.get());
    d->media = std::make_unique<MediaHost>(*d->mediaHttp, d->catalog, d->urls, d->state);
    if (const auto error = d->mediaHttp->start(0))
        return QString::fromStdString(*error);
    d->apiHttp = std::make_unique<HttpHost>(d->identity.get());
    d->api = std::make_unique<ApiHost>(*d->apiHttp, d->catalog, d->urls, d->keys, d->state, d->url(d->mediaHttp.get()));
    if (const auto error = d->apiHttp->start(d->options.port))
        return QString::fromStdString(*error);
    return {};
}

void Server::stop()
{
    if (d->apiHttp)
        d->apiHttp->shutDown();
    if (d->mediaHttp)
        d->mediaHttp->shutDown();
}

QString Server::endpoint() const
{
    return d->url(d->apiHttp.get());
}
QString Server::mediaEndpoint() const
{
    return d->url(d->mediaHttp.get());
}
QString Server::accessKeyId() const
{
    return QString::fromLatin1(d->permanent.id);
}
QString Server::accessKeySecret() const
{
    return QString::fromLatin1(d->permanent.secret);
}
QString Server::stsAccessKeyId() const
{
    return QString::fromLatin1(d->temporary.id);
}
QString Server::stsAccessKeySecret() const
{
    return QString::fromLatin1(d->temporary.secret);
}
QString Server::stsToken() const
{
    return QString::fromLatin1(d->temporary.token);
}
QString Server::expiredStsAccessKeyId() const
{
    return QString::fromLatin1(d->expired.id);
}
QString Server::expiredStsAccessKeySecret() const
{
    return QString::fromLatin1(d->expired.secret);
}
QString Server::expiredStsToken() const
{
    return QString::fromLatin1(d->expired.token);
}
QString Server::inactiveAccessKeyId() const
{
    return QString::fromLatin1(d->inactive.id);
}
QString Server::inactiveAccessKeySecret() const
{
    return QString::fromLatin1(d->inactive.secret);
}
QString Server::region() const
{
    return u"cn-shanghai"_s;
}
qint64 Server::assetCount() const
{
    return d->catalog.size();
}

QStringList Server::mediaIds() const
{
    QStringList ids;
    for (qint64 i = 0; i < qMin<qint64>(20, d->catalog.size()); ++i)
        ids.append(d->catalog.mediaId(i));
    return ids;
}

QByteArray Server::readyLine() const
{
    return QJsonDocument(QJsonObject {
                             { u"endpoint"_s, endpoint() },
                             { u"mediaEndpoint"_s, mediaEndpoint() },
                             { u"accessKeyId"_s, accessKeyId() },
                             { u"accessKeySecret"_s, accessKeySecret() },
                             { u"region"_s, region() },
                             { u"assets"_s, assetCount() },
                             { u"mediaIds"_s, QJsonArray::fromStringList(mediaIds()) },
                         })
        .toJson(QJsonDocument::Compact);
}

void Server::setFaults(const Faults& faults)
{
    d->state.setFaults(faults);
}
QStringList Server::requestLog() const
{
    return d->state.log();
}

int Server::openMediaConnections() const
{
    return d->mediaHttp ? d->mediaHttp->openConnections() : 0;
}
int Server::peakMediaConnections() const
{
    return d->mediaHttp ? d->mediaHttp->peakConnections() : 0;
}
void Server::resetPeakMediaConnections()
{
    if (d->mediaHttp)
        d->mediaHttp->resetPeakConnections();
}

QStringList Server::catalogueNames()
{
    return { u"demo"_s, u"defects"_s, u"clean"_s };
}

QString Server::findMediaFolder(const QString& catalogue)
{
    const QString named = qEnvironmentVariable(mediaVariable(catalogue).toLatin1().constData());
    const QDir bin(QCoreApplication::applicationDirPath());
    for (const QString& folder : { named, bin.filePath(u"../share/proofreel/"_s + mediaName(catalogue)) }) {
        if (!folder.isEmpty() && QFile::exists(QDir(folder).filePath(catalogFile(catalogue))))
            return QDir::cleanPath(folder);
    }
    return {};
}

} // namespace proofreel::sandbox
