// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/http.h"
#include "ims/client.h"
#include "sandbox/server.h"
#include "tests/support/in_worker.h"

#include <QTest>

namespace proofreel::test {

//! A sandbox and what GetPlayInfo of it says: renditions by the way of the product.
class ServedStreams {
public:
    static constexpr auto drive = "86434e152b7d4f20be480574439fe001"; // full ladder, HLS, AES-128

    explicit ServedStreams(const sandbox::Faults& faults = {}, sandbox::Options options = {})
        : server([&] {
            options.faults = faults;
            return options;
        }())
        , m_client(http, m_clock)
    {
        trouble = server.start().value_or(QString());
        m_client.setAccount({ .credentials = { server.accessKeyId(), server.accessKeySecret(), {} },
            .endpoint = QUrl(server.endpoint()) });
    }
    QList<PlayInfo> all(const QString& mediaId = QString::fromLatin1(drive))
    {
        std::optional<Result<PlayInfoReply>> reply;
        m_client.getPlayInfo(
            { .mediaId = mediaId }, &m_context, [&](Result<PlayInfoReply> r) { reply = std::move(r); });
        if (!QTest::qWaitFor([&] { return reply.has_value(); }, 20'000) || !reply->has_value())
            return {};
        return (*reply)->playInfoList;
    }
    //! The first that fits; without a PlayURL if there is none.
    PlayInfo one(const QString& definition, const QString& format, const QString& encryption = {})
    {
        for (const PlayInfo& info : all())
            if (info.definition == definition && info.format == format && info.encryptType == encryption)
                return info;
        return {};
    }

    sandbox::Server server;
    Http http;
    QString trouble; //!< empty: it runs

private:
    SystemClock m_clock;
    QObject m_context;
    Client m_client;
};

} // namespace proofreel::test
