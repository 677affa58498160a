// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/probe/mediainfo_talk.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace proofreel {

using namespace mediainfo;
using Clock = std::chrono::steady_clock;

MediaInfoTalk::MediaInfoTalk(int socket, std::chrono::milliseconds patience, const std::stop_token& stop)
    : m_socket(socket)
    , m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    , m_patience(patience)
    , m_until(Clock::now() + patience)
    , m_onStop(stop, [this] { eventfd_write(m_wake, 1); })
{
}

MediaInfoTalk::~MediaInfoTalk()
{
    close(m_wake);
}

bool MediaInfoTalk::isOver(Over why)
{
    m_over = why;
    return false;
}

bool MediaInfoTalk::goesOn(ssize_t count)
{
    if (count > 0 || (count < 0 && (errno == EAGAIN || errno == EINTR)))
        return true;
    return isOver(Over::HungUp);
}

bool MediaInfoTalk::wait(short events)
{
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_until - Clock::now()).count();
        if (left <= 0)
            return isOver(Over::Silent);
        std::array<pollfd, 2> waits { pollfd { .fd = m_socket, .events = events, .revents = 0 },
            pollfd { .fd = m_wake, .events = POLLIN, .revents = 0 } };
        const int ready = poll(waits.data(), waits.size(), static_cast<int>(left));
        if (ready < 0 && errno != EINTR)
            return false;
        if (ready > 0 && waits[1].revents != 0)
            return isOver(Over::Stopped);
        if (ready > 0)
            return true;
    }
}

bool MediaInfoTalk::send(Word word, const void* body, size_t length)
{
    m_until = Clock::now() + m_patience; // for the answer as well
    const Head head { .word = word, .length = static_cast<uint32_t>(length) };
    std::string bytes(sizeof head + length, '\0');
    std::memcpy(bytes.data(), &head, sizeof head);
    if (length > 0)
        std::memcpy(bytes.data() + sizeof head, body, length);
    for (size_t sent = 0; sent < bytes.size();) {
        if (!wait(POLLOUT))
            return false;
        const ssize_t count = ::send(m_socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (!goesOn(count))
            return false;
        sent += static_cast<size_t>(std::max<ssize_t>(count, 0));
    }
    return true;
}

bool MediaInfoTalk::receive(void* to, size_t length)
{
    for (size_t got = 0; got < length;) {
        if (!wait(POLLIN))
            return false;
        const ssize_t count = recv(m_socket, static_cast<char*>(to) + got, length - got, MSG_DONTWAIT);
        if (!goesOn(count))
            return false;
        got += static_cast<size_t>(std::max<ssize_t>(count, 0));
    }
    return true;
}

bool MediaInfoTalk::receive(Word& word, std::vector<char>& body)
{
    Head head;
    if (!receive(&head, sizeof head))
        return false;
    const bool known = (head.word == Word::Ask && head.length == sizeof(Ask))
        || (head.word == Word::Fields && head.length <= longestFields);
    if (!known)
        return false;
    word = head.word;
    body.resize(head.length);
    return receive(body.data(), body.size());
}

} // namespace proofreel
