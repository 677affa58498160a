// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mediainfo/wire.h"

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <stop_token>
#include <vector>

namespace proofreel {

//! The parent's side of the talk with a helper process about one file (mediainfo/wire.h). Blocks, with patience for
//! each step. What gives false is the end of it.
class MediaInfoTalk {
public:
    enum class Over {
        Unheard, //!< what came makes no sense
        HungUp,
        Silent, //!< for too long
        Stopped, //!< by the stop token
    };

    MediaInfoTalk(int socket, std::chrono::milliseconds patience, const std::stop_token& stop);
    ~MediaInfoTalk();
    MediaInfoTalk(const MediaInfoTalk&) = delete;
    MediaInfoTalk& operator=(const MediaInfoTalk&) = delete;

    [[nodiscard]] bool send(mediainfo::Word word, const void* body, size_t length);
    //! An Ask or Fields; \a body is as long as such a one may be.
    [[nodiscard]] bool receive(mediainfo::Word& word, std::vector<char>& body);
    [[nodiscard]] Over over() const { return m_over; } //!< why, once something has given false

private:
    bool receive(void* to, size_t length);
    bool wait(short events);
    bool goesOn(ssize_t count); //!< after a call that gave \a count
    bool isOver(Over why);

    const int m_socket;
    const int m_wake;
    const std::chrono::milliseconds m_patience;
    std::chrono::steady_clock::time_point m_until;
    Over m_over = Over::Unheard;
    std::stop_callback<std::function<void()>> m_onStop; // the last: it uses the others
};

} // namespace proofreel
