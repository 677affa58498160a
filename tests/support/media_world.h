// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/http.h"
#include "ims/client.h"
#include "sandbox/server.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace proofreel::test {

//! A sandbox, and renditions of it by the way of the product, for what reads media without playing it.
class MediaWorld {
public:
    static constexpr auto drive = "86434e152b7d4f20be480574439fe001"; // full ladder, HLS, AES-128
    static constexpr auto driveFolder = "city-night-drive";

    explicit MediaWorld(sandbox::Options options = {})
        : catalogue(options.catalogue)
        , server(std::move(options))
        , m_client(http, m_clock)
    {
        trouble = server.start().value_or(QString());
        m_client.setAccount({ .credentials = { server.accessKeyId(), server.accessKeySecret(), {} },
            .endpoint = QUrl(server.endpoint()) });
    }

    //! PlayInfoList of an asset; empty if it cannot be had.
    QList<PlayInfo> streams(const QString& mediaId)
    {
        QObject context;
        std::optional<Result<PlayInfoReply>> reply;
        m_client.getPlayInfo({ .mediaId = mediaId }, &context, [&](Result<PlayInfoReply> r) { reply = std::move(r); });
        if (!QTest::qWaitFor([&] { return reply.has_value(); }, 20'000) || !reply->has_value())
            return {};
        return (*reply)->playInfoList;
    }
    //! Of the asset with the full ladder.
    QUrl url(const QString& definition, const QString& format, const QString& encryption = {})
    {
        const auto all = streams(QString::fromLatin1(drive));
        for (const PlayInfo& info : all) {
            if (info.definition == definition && info.format == format && info.encryptType == encryption)
                return QUrl(info.playUrl);
        }
        return {};
    }
    //! The file that the sandbox serves for a URL of the asset with the full ladder.
    static QString servedPath(const QString& name)
    {
        return QDir(sandbox::Server::findMediaFolder()).filePath(QLatin1StringView(driveFolder) + u'/' + name);
    }
    //! The file of a URL of any asset; empty: not known.
    QString pathOf(const QUrl& url) const
    {
        const QString mediaId = url.path().section(u'/', 1, 1), name = url.path().section(u'/', 2);
        const QString folder = sandbox::Server::findMediaFolder(catalogue);
        const bool isDemo = catalogue == sandbox::Options().catalogue;
        QFile assetsOf(
            QDir(folder).filePath((isDemo ? QStringLiteral("catalog") : catalogue) + QStringLiteral(".json")));
        if (!assetsOf.open(QIODevice::ReadOnly))
            return {};
        const QJsonArray assets =
            QJsonDocument::fromJson(assetsOf.readAll()).object().value(QLatin1StringView("assets")).toArray();
        for (const QJsonValue& asset : assets) {
            if (asset[QLatin1StringView("MediaId")].toString() == mediaId)
                return QDir(folder).filePath(asset[QLatin1StringView("folder")].toString() + u'/' + name);
        }
        return {};
    }
    static QByteArray served(const QString& name)
    {
        QFile file(servedPath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void fault(const QString& text) //!< empty: none
    {
        sandbox::Faults faults;
        if (!text.isEmpty())
            QVERIFY2(!faults.set(text), qPrintable(text));
        server.setFaults(faults);
    }

    QString catalogue;
    sandbox::Server server;
    Http http;
    QString trouble; //!< empty: it runs

private:
    SystemClock m_clock;
    Client m_client;
};

} // namespace proofreel::test
