// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/http.h"
#include "ims/client.h"
#include "playback/player.h"
#include "sandbox/server.h"
#include "tests/support/playback_frame_code.h"

#include <QSignalSpy>
#include <QTest>
#include <QVideoSink>

namespace proofreel::test {

//! A sandbox, a client of it, and streams by the way of the product: GetPlayInfo.
class PlaybackWorld {
public:
    static constexpr auto drive = "86434e152b7d4f20be480574439fe001"; // full ladder, HLS, AES-128
    static constexpr auto podcast = "0a9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d";
    static constexpr auto fireworks = "d80f5b6c3a2e4917b4c5d6e7f8091a2b"; // HDR10 and HLG

    explicit PlaybackWorld(const sandbox::Faults& faults = {})
        : server({ .faults = faults })
        , client(http, m_clock)
    {
        trouble = server.start().value_or(QString());
        client.setAccount({ .credentials = { server.accessKeyId(), server.accessKeySecret(), {} },
            .endpoint = QUrl(server.endpoint()) });
    }

    using Match = std::function<bool(const PlayInfo&)>;
    //! The first stream that fits; url empty if there is none.
    PlaySource stream(const char* mediaId, const Match& match)
    {
        std::optional<Result<PlayInfoReply>> reply;
        client.getPlayInfo({ .mediaId = QString::fromLatin1(mediaId) }, &m_context,
            [&](Result<PlayInfoReply> r) { reply = std::move(r); });
        if (!QTest::qWaitFor([&] { return reply.has_value(); }, 20'000) || !reply->has_value())
            return {};
        for (const PlayInfo& info : (*reply)->playInfoList)
            if (match(info))
                return { .url = QUrl(info.playUrl),
                    .key = info.jobId,
                    .title = info.definition,
                    .audioOnly = info.streamType == QLatin1StringView("audio"),
                    .declaredDurationMs = qint64(info.duration.value_or(0) * 1000),
                    .declaredFps = info.fps.value_or(0) };
        return {};
    }
    PlaySource stream(const QString& definition, const QString& format, const QString& encryption = {})
    {
        return stream(drive, [&](const PlayInfo& info) {
            return info.definition == definition && info.format == format && info.encryptType == encryption;
        });
    }

    sandbox::Server server;
    Http http;
    QString trouble; //!< empty: it runs

private:
    SystemClock m_clock;
    QObject m_context;

public:
    Client client;
};

//! A player that remembers what it showed.
class WatchedPlayer {
public:
    explicit WatchedPlayer(Http& http)
        : player(http)
        , firsts(&player, &Player::firstFrame)
        , seeks(&player, &Player::seekFinished)
        , failures(&player, &Player::failed)
        , renewals(&player, &Player::renewing)
    {
        player.setVideoSink(&sink);
        QObject::connect(&player, &Player::frameShown, &player, [this](const QVideoFrame& frame) {
            code = frameCode(frame);
            ++frames;
        });
    }

    Player player;
    QVideoSink sink;
    QSignalSpy firsts, seeks, failures, renewals;
    int code = -1; //!< number of the frame on screen
    int frames = 0;
};

} // namespace proofreel::test
