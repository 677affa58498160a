// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/http_host.h"

#include "sandbox/tls_identity.h"

#include <chrono>
#include <condition_variable>

#include <openssl/ssl.h>
#include <poll.h>

namespace proofreel::sandbox {

namespace {

constexpr int keepAliveMs = 60'000;
thread_local socket_t currentSocket = INVALID_SOCKET;

//! Runs each task in a thread of its own; shutdown() waits for all.
class ThreadPerTask final : public httplib::TaskQueue {
    // Later versions of the library want to know whether the task was taken.
    using Taken = decltype(std::declval<httplib::TaskQueue&>().enqueue({}));

public:
    Taken enqueue(std::function<void()> task) override
    {
        {
            const std::lock_guard lock(m_mutex);
            ++m_running;
        }
        std::thread([this, task = std::move(task)] {
            task();
            const std::lock_guard lock(m_mutex);
            --m_running;
            m_ended.notify_all();
        }).detach();
        return Taken(true);
    }
    void shutdown() override
    {
        std::unique_lock lock(m_mutex);
        m_ended.wait(lock, [this] { return m_running == 0; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_ended;
    int m_running = 0;
};

} // namespace

HttpHost::HttpHost(const TlsIdentity* tls)
    : m_tls(tls)
{
    new_task_queue = [] { return new ThreadPerTask; };
    set_payload_max_length(1 << 20);
    set_tcp_nodelay(true);
    // The library's default would let two servers share a port.
    set_socket_options([](socket_t socket) {
        const int yes = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
    });
    set_exception_handler([](const httplib::Request&, httplib::Response& reply, std::exception_ptr) {
        reply.status = 500;
        reply.set_content("internal error", "text/plain");
    });
}

HttpHost::~HttpHost()
{
    shutDown();
}

std::optional<std::string> HttpHost::start(int port)
{
    const std::string host = "127.0.0.1";
    m_port = port == 0 ? bind_to_any_port(host) : (bind_to_port(host, port) ? port : -1);
    if (m_port <= 0)
        return "Cannot listen on 127.0.0.1:" + std::to_string(port) + ".";
    m_thread = std::thread([this] { listen_after_bind(); });
    while (!is_running())
        std::this_thread::yield();
    return {};
}

void HttpHost::shutDown()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        for (const socket_t socket : m_open)
            ::shutdown(socket, SHUT_RDWR);
    }
    stop();
    m_thread.join();
}

int HttpHost::openConnections() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_open.size());
}

int HttpHost::peakConnections() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_peak);
}

void HttpHost::resetPeakConnections()
{
    const std::lock_guard lock(m_mutex);
    m_peak = m_open.size();
}

bool HttpHost::waitInRequest(qint64 milliseconds) const
{
    const auto start = std::chrono::steady_clock::now();
    while (!m_stopping) {
        int slice = -1;
        if (milliseconds >= 0) {
            const auto passed =
                std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
            if (passed.count() >= milliseconds)
                return true;
            slice = int(std::min<qint64>(milliseconds - passed.count(), 60'000));
        }
        pollfd entry { currentSocket, POLLRDHUP, 0 };
        if (::poll(&entry, 1, slice) > 0)
            return false;
    }
    return false;
}

bool HttpHost::process_and_close_socket(socket_t socket)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_stopping) {
            m_open.insert(socket);
            m_peak = std::max(m_peak, m_open.size());
        } else {
            ::shutdown(socket, SHUT_RDWR);
        }
    }
    currentSocket = socket;
    if (m_tls) {
        SSL* ssl = SSL_new(m_tls->context());
        SSL_set_fd(ssl, socket);
        if (SSL_accept(ssl) == 1)
            serve(socket, ssl);
        SSL_shutdown(ssl);
        SSL_free(ssl);
    } else {
        serve(socket, nullptr);
    }
    const std::lock_guard lock(m_mutex);
    m_open.erase(socket);
    ::shutdown(socket, SHUT_RDWR);
    ::close(socket);
    return true;
}

void HttpHost::serve(socket_t socket, SSL* ssl)
{
    Connection connection(socket, ssl);
    bool closed = false;
    while (!closed && !m_stopping && connection.waitReadable(keepAliveMs)) {
        // A generic lambda, so that only the overload that this version of the library has is compiled.
        const auto process = [&](auto* self, auto&& setUp) {
            if constexpr (requires { self->process_request(connection, false, closed, setUp); }) {
                return self->process_request(connection, false, closed, setUp);
            } else {
                std::string remote, local;
                int remotePort = 0, localPort = 0;
                connection.get_remote_ip_and_port(remote, remotePort);
                connection.get_local_ip_and_port(local, localPort);
                return self->process_request(connection, remote, remotePort, local, localPort, false, closed, setUp);
            }
        };
        if (!process(this, [ssl](httplib::Request& request) { request.ssl = ssl; }))
            break;
    }
}

} // namespace proofreel::sandbox
