// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http.h"
#include "ims/client.h"

#include "tests/support/outcome.h"
#include "tests/support/raw_server.h"

#include <QSignalSpy>

namespace proofreel::test {

//! A clock that stands where it is put.
class FixedClock final : public Clock {
public:
    [[nodiscard]] QDateTime nowUtc() const override { return now; }
    QDateTime now = QDateTime::currentDateTimeUtc();
};

//! A client and a service that says what the test tells it to: replies in turn, the last one for ever.
//! For answers that the sandbox does not give.
struct ScriptedService {
    ScriptedService()
    {
        server.handler = [this](const QByteArray&) {
            if (replies.isEmpty())
                return RawServer::Reply { {}, false };
            return replies.size() > 1 ? replies.takeFirst() : replies.first();
        };
        if (!server.start())
            qFatal("no loopback port");
        client.setTimeouts(
            { .connect = std::chrono::seconds(5), .silence = std::chrono::seconds(5), .retryDelayScale = 0 });
        client.setAccount({ { QStringLiteral("LTAI5tCanaryCanary1234"), QStringLiteral("CANARYsecret/+=9"),
                                QStringLiteral("CANARYtoken/+=9") },
            QUrl(QStringLiteral("http://") + server.authority()) });
    }
    void say(const QByteArray& bytes) { replies << RawServer::Reply { { bytes } }; }
    void sayError(const QByteArray& statusLine, const QByteArray& code, const QByteArray& headers = {})
    {
        say(statusReply(
            statusLine, "{\"RequestId\":\"R-1\",\"Code\":\"" + code + "\",\"Message\":\"words\"}", headers));
    }
    void sayGood() { say(okReply("{\"RequestId\":\"R-9\",\"MediaBase\":{\"MediaId\":\"m\"},\"PlayInfoList\":[]}")); }

    CallHandle play(Outcome<PlayInfoReply>& got)
    {
        return client.getPlayInfo({ .mediaId = QStringLiteral("m") }, &got, got.sink());
    }
    //! Value of a header of the \a index-th request.
    [[nodiscard]] QByteArray header(qsizetype index, const QByteArray& name) const
    {
        const auto lines = server.requests.at(index).split('\n');
        for (const QByteArray& line : lines) {
            if (line.toLower().startsWith(name.toLower() + ':'))
                return line.mid(name.size() + 1).trimmed();
        }
        return {};
    }

    RawServer server;
    QList<RawServer::Reply> replies;
    FixedClock clock;
    Http http;
    Client client { http, clock };
};

} // namespace proofreel::test
