// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/connection.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <climits>

namespace proofreel::sandbox {

namespace {

bool waitFor(socket_t socket, short events, int milliseconds)
{
    pollfd entry { socket, events, 0 };
    int ready = 0;
    do {
        ready = ::poll(&entry, 1, milliseconds);
    } while (ready < 0 && errno == EINTR);
    return ready > 0;
}

void address(decltype(&::getpeername) lookUp, socket_t socket, std::string& ip, int& port)
{
    sockaddr_in name {};
    socklen_t length = sizeof(name);
    char text[INET_ADDRSTRLEN] = {};
    if (lookUp(socket, reinterpret_cast<sockaddr*>(&name), &length) == 0 && name.sin_family == AF_INET
        && ::inet_ntop(AF_INET, &name.sin_addr, text, sizeof(text))) {
        ip = text;
        port = ntohs(name.sin_port);
    }
}

} // namespace

Connection::Connection(socket_t socket, SSL* ssl)
    : m_socket(socket)
    , m_ssl(ssl)
{
}

bool Connection::waitReadable(int milliseconds) const
{
    if (m_ssl && SSL_pending(m_ssl) > 0)
        return true;
    return waitFor(m_socket, POLLIN, milliseconds);
}

bool Connection::is_writable() const
{
    return waitFor(m_socket, POLLOUT, -1);
}

ssize_t Connection::read(char* data, size_t size)
{
    if (m_ssl)
        return SSL_read(m_ssl, data, int(std::min<size_t>(size, INT_MAX)));
    ssize_t count = 0;
    do {
        count = ::recv(m_socket, data, size, 0);
    } while (count < 0 && errno == EINTR);
    return count;
}

ssize_t Connection::write(const char* data, size_t size)
{
    if (m_ssl)
        return SSL_write(m_ssl, data, int(std::min<size_t>(size, INT_MAX)));
    ssize_t count = 0;
    do {
        count = ::send(m_socket, data, size, MSG_NOSIGNAL);
    } while (count < 0 && errno == EINTR);
    return count;
}

void Connection::get_remote_ip_and_port(std::string& ip, int& port) const
{
    address(&::getpeername, m_socket, ip, port);
}

void Connection::get_local_ip_and_port(std::string& ip, int& port) const
{
    address(&::getsockname, m_socket, ip, port);
}

} // namespace proofreel::sandbox
