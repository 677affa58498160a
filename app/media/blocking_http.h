// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http.h"

#include <memory>
#include <optional>
#include <stop_token>

namespace proofreel {

//! Http for a worker thread that waits: several requests at once if wished, each awaited by its number. Needs no event
//! loop, and may move from thread to thread, used by one at a time. Never for the GUI thread.
class BlockingHttp {
public:
    //! \a deadline counts from now, for all requests together; 0: none. \a http outlives this.
    BlockingHttp(Http& http, std::stop_token stop, std::chrono::milliseconds deadline = {});
    ~BlockingHttp(); //!< aborts what is under way
    BlockingHttp(const BlockingHttp&) = delete;
    BlockingHttp& operator=(const BlockingHttp&) = delete;

    //! Sends and goes on; the number is for the calls below. \a deadline counts from now for this one; 0: none.
    [[nodiscard]] int start(const HttpRequest& request, std::chrono::milliseconds deadline = {});
    //! Until request \a id has ended. Errors: those of Http; Cancelled (the stop token), Timeout (a deadline), and
    //! then the request is aborted. Each number once.
    [[nodiscard]] Result<HttpResponse> wait(int id);
    //! Until any request has ended, by a stop or a deadline also: its number, for wait() to answer at once.
    //! nullopt: none is under way.
    [[nodiscard]] std::optional<int> waitAny();
    [[nodiscard]] bool hasEnded(int id) const; //!< wait() will not block
    void abort(int id); //!< also of one that has ended, or is unknown

    [[nodiscard]] Result<HttpResponse> send(const HttpRequest& request) { return wait(start(request)); }

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace proofreel
