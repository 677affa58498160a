// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http.h"
#include "ims/client.h"
#include "sandbox/server.h"
#include "streams/asset_session.h"

#include <QTest>

#include <atomic>

namespace proofreel::test {

//! The time of day plus what a test has let pass.
class MovingClock final : public Clock {
public:
    [[nodiscard]] QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc().addSecs(m_passed); }
    void pass(qint64 seconds) { m_passed += seconds; }

private:
    std::atomic<qint64> m_passed = 0;
};

//! A session that talks to a real sandbox over HTTP with its permanent key.
struct SessionFixture {
    sandbox::Server server { sandbox::Options {} };
    Http http;
    MovingClock clock;
    Client client { http, clock };
    AssetSession session { client, clock };

    bool start()
    {
        if (const auto problem = server.start()) {
            qWarning("%s", qPrintable(*problem));
            return false;
        }
        ImsAccount account;
        account.credentials.accessKeyId = server.accessKeyId();
        account.credentials.accessKeySecret = server.accessKeySecret();
        account.endpoint = QUrl(server.endpoint());
        client.setAccount(account);
        http.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
        return true;
    }
    bool open(const QString& mediaId)
    {
        PlayInfoQuery query;
        query.mediaId = mediaId;
        session.open(query);
        return settle();
    }
    bool settle()
    {
        return QTest::qWaitFor([this] { return session.state() != AssetSession::State::Loading; }, 20'000);
    }
    void setFault(const QString& fault)
    {
        sandbox::Faults faults;
        if (!fault.isEmpty())
            faults.set(fault);
        server.setFaults(faults);
    }
    [[nodiscard]] qsizetype calls() const { return server.requestLog().filter(QStringLiteral("GetPlayInfo")).size(); }
};

namespace assets {
//! Of the demo catalogue.
inline const QString cityNightDrive = QStringLiteral("86434e152b7d4f20be480574439fe001"); //!< 14 streams, type A
inline const QString studioInterview = QStringLiteral("91d40ab3c2e84f51a0b7c6d5e4f30712"); //!< 7 streams, OSS V4
inline const QString encryptedLecture = QStringLiteral("f3c2b1a09f8e4d7c6b5a493827160504"); //!< one AliyunVoD
inline const QString teaHills = QStringLiteral("6d5e4f3a2b1c40998877665544332211"); //!< one Invisible, OSS V1
inline const QString hdrFireworks = QStringLiteral("d80f5b6c3a2e4917b4c5d6e7f8091a2b");
inline const QString trailer = QStringLiteral("e1a2b3c4d5f60718293a4b5c6d7e8f90"); //!< Preparing
inline const QString upload = QStringLiteral("7b6a59483726150403f2e1d0c9b8a797"); //!< Init
inline const QString damaged = QStringLiteral("8c7b6a5948372615a4b3c2d1e0f9a8b7"); //!< PrepareFail
inline const QString publishedSample = QStringLiteral("2eea77a61c7b4ddd95bec34a6f65b000"); //!< the API page's own
} // namespace assets

} // namespace proofreel::test
