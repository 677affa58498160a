// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/faults.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace proofreel::sandbox {

struct Options {
    quint16 port = 0; //!< API port, 0: a free one. Media has a port of its own
    qint64 assets = 0; //!< synthetic assets beyond the demo catalogue
    quint32 seed = 1;
    Faults faults;
    QString mediaFolder; //!< made by the build; empty: found by findMediaFolder()
    QString catalogue = QStringLiteral("demo"); //!< one of catalogueNames()
};

//! A local IMS and its media over real HTTP, on loopback only whatever it is told. It leans on nothing of the client.
//! Thread-safe; the servers run in threads of their own.
class Server {
public:
    explicit Server(Options options);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::optional<QString> start(); //!< error text, else nullopt and the server answers
    void stop(); //!< also ends hanging requests

    [[nodiscard]] QString endpoint() const; //!< "http://127.0.0.1:PORT" (https with the tls fault)
    [[nodiscard]] QString mediaEndpoint() const;
    [[nodiscard]] QString accessKeyId() const; //!< of a permanent key, made anew for each server
    [[nodiscard]] QString accessKeySecret() const;
    //! A second, temporary (STS) credential.
    [[nodiscard]] QString stsAccessKeyId() const;
    [[nodiscard]] QString stsAccessKeySecret() const;
    [[nodiscard]] QString stsToken() const;
    //! One whose token is past its time.
    [[nodiscard]] QString expiredStsAccessKeyId() const;
    [[nodiscard]] QString expiredStsAccessKeySecret() const;
    [[nodiscard]] QString expiredStsToken() const;
    //! A permanent key that was disabled.
    [[nodiscard]] QString inactiveAccessKeyId() const;
    [[nodiscard]] QString inactiveAccessKeySecret() const;
    [[nodiscard]] QString region() const;
    [[nodiscard]] qint64 assetCount() const;
    [[nodiscard]] QStringList mediaIds() const; //!< the first 20
    [[nodiscard]] QByteArray readyLine() const; //!< the JSON of the contracts page, one line

    void setFaults(const Faults& faults); //!< at once, for later requests
    [[nodiscard]] QStringList requestLog() const; //!< "POST GetPlayInfo 200", "GET /media/... 206": for tests
    //! Connections to the media endpoint: now, and the most at once since the start or the last reset. For tests.
    [[nodiscard]] int openMediaConnections() const;
    [[nodiscard]] int peakMediaConnections() const;
    void resetPeakMediaConnections(); //!< to those that are open now

    //! "demo"; "defects": a planted defect or a broken file in each asset; "clean": ladders without any fault.
    static QStringList catalogueNames();
    //! PROOFREEL_DEMO_MEDIA, else share/proofreel/demo beside bin/. For the others PROOFREEL_QUALITY_MEDIA, else
    //! share/proofreel/quality: they come with the tests, not with the program. Empty: nowhere.
    static QString findMediaFolder(const QString& catalogue = QStringLiteral("demo"));

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace proofreel::sandbox
