// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/host_pool.h"

#include <algorithm>

namespace proofreel {

HostPool::HostPool(int jobs, int perHost, QObject* parent)
    : QObject(parent)
    , m_perHost(std::max(perHost, 1))
    , m_gate(std::make_shared<Gate<HostPool>>(this))
{
    m_threads.setMaxThreadCount(std::max(jobs, 1));
}

HostPool::~HostPool()
{
    m_gate->close();
    m_waiting.clear();
    m_threads.waitForDone();
}

void HostPool::run(const QString& host, std::function<void()> job, Turn turn)
{
    if (host.isEmpty() || turn == Turn::Next)
        m_waiting.push_front({ host, std::move(job) });
    else
        m_waiting.push_back({ host, std::move(job) });
    startSome();
}

void HostPool::startSome()
{
    auto next = m_waiting.begin();
    while (m_running < jobs() && next != m_waiting.end()) {
        if (!next->host.isEmpty() && m_busy.value(next->host) >= m_perHost) {
            ++next;
            continue;
        }
        ++m_running;
        ++m_busy[next->host];
        m_threads.start([gate = m_gate, host = next->host, work = std::move(next->work)] {
            work();
            gate->post([host](HostPool& pool) { pool.ended(host); });
        });
        next = m_waiting.erase(next);
    }
}

void HostPool::ended(const QString& host)
{
    --m_running;
    if (--m_busy[host] == 0)
        m_busy.remove(host);
    startSome();
}

} // namespace proofreel
