// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How an engine lets go of what it had open, without a crash and without waiting.

#include "playback/engine_worker.h"

#include "playback/backend.h"

#include <chrono>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace proofreel {

using namespace std::chrono_literals;

namespace {
constexpr auto restPatience = 250ms;
constexpr int closesPerTrim = 8;
} // namespace

void EngineWorker::close()
{
    m_nextOpen.reset();
    beginClose();
}

// GStreamer's stop() waits, up to a second, for a frame that only this thread's event loop could take from it. So let
// it come to rest first: paused, with one more frame delivered. Down to nothing before anything else is opened: an open
// on top of a running pipeline races with its streaming threads.
void EngineWorker::beginClose()
{
    if (m_player->source().isEmpty() || m_closingTicket != 0)
        return;
    m_closingTicket = m_ticket;
    m_ticket = 0;
    m_ready = false;
    m_seekTimer->stop();
    m_seek.reset();
    m_nextFrame.reset();
    m_startAtMs = -1;
    m_hidden = {};
    m_holding = false;
    m_box->take();
    const bool atRest =
        m_settled || m_failed || m_player->playbackState() == QMediaPlayer::StoppedState || isSoundOnly();
    if (!isGStreamer() || atRest) {
        finishClose();
        return;
    }
    m_player->pause();
    m_closeTimer->start(restPatience);
}

void EngineWorker::finishClose()
{
    if (m_closingTicket == 0)
        return;
    m_closeTimer->stop();
    m_player->setSource({});
#ifdef __GLIBC__
    // Decoders' buffers came from the heaps of many threads, which would keep tens of megabytes each.
    if (++m_closes % closesPerTrim == 0)
        malloc_trim(0);
#endif
    Q_EMIT closed(std::exchange(m_closingTicket, 0));
    if (const auto next = std::exchange(m_nextOpen, std::nullopt))
        begin(next->first, next->second);
}

} // namespace proofreel
