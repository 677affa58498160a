// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "media/blocking_http.h"
#include "media/ranged_reader.h"

#include <utility>

namespace proofreel {

//! One GET of a part of a URL at a time, started now and waited for now or later. Blocking; see RangedReader.
class RangedFetch {
public:
    //! Of \a limits the deadline, which counts from now on, and where redirects may lead.
    RangedFetch(Http& http, QUrl url, std::stop_token stop, const RangedReader::Limits& limits);

    void start(qint64 offset, qint64 length); //!< gives up what is under way
    void startWhole(qint64 length); //!< without a range; cut off after so many bytes
    [[nodiscard]] Result<HttpResponse> wait(); //!< the answer to what was started
    void abandon();

    [[nodiscard]] bool covers(qint64 offset) const; //!< is it under way?
    [[nodiscard]] std::pair<qint64, qint64> underWay() const { return { m_offset, m_length }; } //!< offset and length
    //! What was given up counts as fetched whole: how much of it came is not known, and the line carried it.
    [[nodiscard]] TransferStats stats() const { return m_stats; }

private:
    void send();

    BlockingHttp m_http;
    QUrl m_start, m_url; // m_url: where redirects led
    PrivateHosts m_allowPrivateHosts;
    HttpRequest m_request; // the last one
    int m_id = 0; // 0: nothing is under way
    qint64 m_offset = 0, m_length = 0;
    TransferStats m_stats;
};

} // namespace proofreel
