// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http.h"
#include "core/result.h"
#include "media/reachable.h"

#include <QUrl>

#include <memory>
#include <stop_token>

namespace proofreel {

//! What reading a URL has cost.
struct TransferStats {
    qint64 bytesFetched = 0; //!< bodies as they came
    int requests = 0;
};

//! Blocking reads of one URL for a library that pulls (MediaInfoLib, libavformat), through Http and so with its proxy,
//! limits and redaction. Fetches blocks by Range, keeps the last ones, and reads ahead once the reading is sequential:
//! a header costs little, a whole file comes at the speed of the line.
//!
//! For a worker thread, one thread at a time; the network itself runs in Http's thread. Errors are those of Http, and:
//! Cancelled (the stop token), TooLarge (over maxBytes), Timeout (over the deadline), Media or Expired or NotFound
//! (what a status says), Protocol (a server whose ranges do not fit), Unsupported (a redirect that may not be
//! followed). Once redirected, the rest is asked for where it led.
class RangedReader {
public:
    struct Limits {
        qint64 maxBytes = -1; //!< fetched in all; negative: any number
        std::chrono::milliseconds deadline { 0 }; //!< for the whole life; 0: none. Http's silence limit always holds
        qint64 firstBlock = 64 * 1024; //!< bytes of the first request
        PrivateHosts allowPrivateHosts = false; //!< redirects may lead into a private network (see mayFetch())
    };

    RangedReader(Http& http, QUrl url, std::stop_token stop, Limits limits);
    RangedReader(Http& http, QUrl url, std::stop_token stop);
    ~RangedReader(); //!< aborts what is under way
    RangedReader(const RangedReader&) = delete;
    RangedReader& operator=(const RangedReader&) = delete;

    //! Bytes of the whole file; the first block is fetched for it. Protocol if the server does not say.
    [[nodiscard]] Result<qint64> size();
    //! Up to \a length bytes at \a offset; 0 at the end.
    [[nodiscard]] Result<qint64> read(qint64 offset, char* buffer, qint64 length);
    //! The answer to the first request without its body: status, headers, final URL. Valid after size() or read().
    [[nodiscard]] const HttpResponse& firstReply() const;
    //! False: the server ignores Range, and what is read is one download that is kept as far as it came.
    [[nodiscard]] bool hasRanges() const;
    [[nodiscard]] TransferStats stats() const;
    [[nodiscard]] const QUrl& url() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace proofreel
