// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <httplib.h>

namespace proofreel::sandbox {

//! A connected socket as cpp-httplib wants to see it, plain or TLS. Reads and writes wait as long as the peer does:
//! a paused player keeps its connection. Shutting the socket down ends every wait.
class Connection final : public httplib::Stream {
public:
    Connection(socket_t socket, SSL* ssl); //!< owns neither
    bool is_readable() const override { return waitReadable(-1); }
    bool is_writable() const override;
    ssize_t read(char* data, size_t size) override;
    ssize_t write(const char* data, size_t size) override;
    void get_remote_ip_and_port(std::string& ip, int& port) const override;
    void get_local_ip_and_port(std::string& ip, int& port) const override;
    socket_t socket() const override { return m_socket; }

    //! Whether data (or the end) is there within that time; -1: no limit.
    [[nodiscard]] bool waitReadable(int milliseconds) const;

private:
    socket_t m_socket;
    SSL* m_ssl;
};

} // namespace proofreel::sandbox
