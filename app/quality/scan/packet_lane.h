// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "frames/av_types.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace proofreel {

//! A thread that decodes one stream, fed through a bounded queue.
class PacketLane {
public:
    //! Called in the lane's thread for each packet, then once with nullptr at the end. Not called any more after a
    //! stop.
    using Work = std::function<void(const AVPacket*)>;

    PacketLane(Work work, std::stop_token stop);
    ~PacketLane(); //!< waits for the call that is under way
    PacketLane(const PacketLane&) = delete;
    PacketLane& operator=(const PacketLane&) = delete;

    void put(PacketPtr packet); //!< waits while the queue is full
    void end(); //!< no more will come
    [[nodiscard]] bool waitDone(std::chrono::milliseconds most); //!< after end() or a stop

private:
    void run();

    Work m_work;
    std::stop_token m_stop;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<PacketPtr> m_packets;
    qint64 m_bytes = 0;
    bool m_ended = false, m_done = false;
    std::jthread m_thread; // last: everything is there when it starts
};

} // namespace proofreel
