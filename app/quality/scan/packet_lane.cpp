// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/scan/packet_lane.h"

namespace proofreel {

namespace {

constexpr size_t MostPackets = 64;
constexpr qint64 MostBytes = 16 * 1024 * 1024; // one packet more than that is taken in any case

} // namespace

PacketLane::PacketLane(Work work, std::stop_token stop)
    : m_work(std::move(work))
    , m_stop(std::move(stop))
    , m_thread([this](const std::stop_token&) { run(); })
{
}

PacketLane::~PacketLane()
{
    {
        const std::lock_guard lock(m_mutex);
        m_packets.clear();
        m_ended = m_done = true;
    }
    m_changed.notify_all();
}

void PacketLane::put(PacketPtr packet)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, m_stop, [this] { return m_packets.size() < MostPackets && m_bytes < MostBytes; });
    m_bytes += packet->size;
    m_packets.push_back(std::move(packet));
    lock.unlock();
    m_changed.notify_all();
}

void PacketLane::end()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
    }
    m_changed.notify_all();
}

bool PacketLane::waitDone(std::chrono::milliseconds most)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, most, [this] { return m_done; });
}

void PacketLane::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_stop.stop_requested() && !m_done) {
        m_changed.wait(lock, m_stop, [this] { return m_ended || !m_packets.empty(); });
        if (m_stop.stop_requested() || (m_packets.empty() && m_done))
            break;
        PacketPtr packet;
        if (!m_packets.empty()) {
            packet = std::move(m_packets.front());
            m_packets.pop_front();
            m_bytes -= packet->size;
        }
        lock.unlock();
        m_changed.notify_all();
        m_work(packet.get());
        lock.lock();
        if (!packet)
            break;
    }
    m_done = true;
    lock.unlock();
    m_changed.notify_all();
}

} // namespace proofreel
