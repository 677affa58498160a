// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/connection.h"

#include <QtGlobal>

#include <atomic>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>

namespace proofreel::sandbox {

struct TlsIdentity;

//! One listening socket on 127.0.0.1 with a thread per connection, so that hanging requests hold up nobody else.
//! stop() shuts all connections down and returns when all their threads have ended.
class HttpHost final : public httplib::Server {
public:
    explicit HttpHost(const TlsIdentity* tls = nullptr); //!< not owned; null: plain HTTP
    ~HttpHost() override;

    //! Port 0: a free one. Error text, or nullopt when it answers.
    std::optional<std::string> start(int port);
    void shutDown();
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] bool isStopping() const { return m_stopping; }

    [[nodiscard]] int openConnections() const;
    //! The most that were open at once since the start or the last reset.
    [[nodiscard]] int peakConnections() const;
    void resetPeakConnections(); //!< to those that are open now

    //! For use in a handler: waits until the time is over (true), or until the peer has gone or the host stops
    //! (false). Milliseconds; negative: for ever.
    bool waitInRequest(qint64 milliseconds) const;

private:
    bool process_and_close_socket(socket_t socket) override;
    void serve(socket_t socket, SSL* ssl);

    const TlsIdentity* m_tls;
    std::atomic<bool> m_stopping { false };
    mutable std::mutex m_mutex;
    std::set<socket_t> m_open;
    size_t m_peak = 0; //!< of m_open
    std::thread m_thread;
    int m_port = 0;
};

} // namespace proofreel::sandbox
