// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/frame_grab.h"

#include "core/http.h"
#include "playback/player.h"
#include "workspace/play_source.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace proofreel {

namespace {

constexpr qint64 kAtMs = 1000; // the very first frame is often black
constexpr qsizetype kMostWaiting = 100;

//! The fewest pixels that can be played; -1: nothing can.
int lowestPlayable(const StreamModel& streams)
{
    int best = -1;
    qint64 bestPixels = 0;
    for (int row = 0; row < streams.rowCount(); ++row) {
        if (streams.playability(row) != Playability::Playable || playSource(streams, row).audioOnly)
            continue;
        const PlayInfo& info = streams.at(row);
        const qint64 pixels = info.width && info.height ? *info.width * *info.height : 1'000'000'000;
        if (best < 0 || pixels < bestPixels) {
            best = row;
            bestPixels = pixels;
        }
    }
    return best;
}

} // namespace

FrameGrab::FrameGrab(Client& client, Http& http, QObject* parent)
    : QObject(parent)
    , m_client(client)
    , m_http(http)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(20s);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        fail({ .kind = ErrorKind::Timeout,
            .message = tr("No frame came within 20 seconds."),
            .advice = tr("Try again.") });
    });
}

FrameGrab::~FrameGrab()
{
    m_call.abort();
}

bool FrameGrab::isTaking(const QString& mediaId) const
{
    return m_waiting.contains(mediaId);
}

void FrameGrab::take(const QString& mediaId)
{
    if (mediaId.isEmpty() || isTaking(mediaId) || m_waiting.size() >= kMostWaiting)
        return;
    m_waiting.append(mediaId);
    next();
}

void FrameGrab::cancelAll()
{
    m_waiting = m_waiting.mid(0, 1);
    leave();
}

void FrameGrab::next()
{
    if (m_busy || m_waiting.isEmpty())
        return;
    m_busy = true;
    m_patience.start();
    const PlayInfoQuery query { .mediaId = m_waiting.constFirst(), .inputUrl = {}, .authTimeout = {} };
    m_call = m_client.getPlayInfo(query, this, [this](const Result<PlayInfoReply>& reply) {
        m_call = {};
        answered(reply);
    });
}

void FrameGrab::answered(const Result<PlayInfoReply>& reply)
{
    if (!reply) {
        fail(reply.error());
        return;
    }
    m_streams.setReply(*reply, {});
    const int row = lowestPlayable(m_streams);
    if (row < 0)
        fail({ .kind = ErrorKind::NotFound, .message = tr("This asset has no picture that can be played.") });
    else if (const auto backend = Player::chooseBackend(); !backend)
        fail(backend.error());
    else
        open(row);
}

void FrameGrab::open(int row)
{
    const PlaySource source = playSource(m_streams, row);
    // A short one has its middle rather than its end.
    const qint64 at = source.declaredDurationMs > 0 ? std::min(kAtMs, source.declaredDurationMs / 2) : kAtMs;
    m_player = std::make_unique<Player>(m_http);
    m_player->setMuted(true);
    connect(m_player.get(), &Player::frameShown, this, [this](const QVideoFrame& frame) {
        const QImage image = frame.toImage();
        // Later: this is the player's own signal, and finishing deletes the player.
        if (!image.isNull())
            QMetaObject::invokeMethod(
                this,
                [this, image, id = m_waiting.value(0)] {
                    if (m_busy && m_waiting.value(0) == id)
                        finish(image);
                },
                Qt::QueuedConnection);
    });
    connect(m_player.get(), &Player::failed, this, [this](const Error& error) {
        QMetaObject::invokeMethod(
            this,
            [this, error, id = m_waiting.value(0)] {
                if (m_busy && m_waiting.value(0) == id)
                    fail(error);
            },
            Qt::QueuedConnection);
    });
    m_player->open(source, at, true);
}

void FrameGrab::finish(const QImage& frame)
{
    const QString id = m_waiting.constFirst();
    leave();
    Q_EMIT taken(id, frame);
}

void FrameGrab::fail(const Error& error)
{
    const QString id = m_waiting.constFirst();
    leave();
    Q_EMIT failed(id, error);
}

void FrameGrab::leave()
{
    m_call.abort();
    m_call = {};
    m_patience.stop();
    m_player.reset();
    m_streams.clear();
    if (!m_waiting.isEmpty())
        m_waiting.removeFirst();
    m_busy = false;
    next();
}

} // namespace proofreel
