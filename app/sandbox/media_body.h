// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/faults.h"
#include "sandbox/http_host.h"

#include <QByteArray>

namespace proofreel::sandbox {

//! What a media URL leads to: a file, or text made for this request.
struct MediaBody {
    QString path; //!< empty: text
    QByteArray text;
    QByteArray etag; //!< of a text; may be empty
    bool saysLength = true; //!< false: in chunks, whose sum nobody knows beforehand
    qint64 lengthOff = 0; //!< added to the length of the whole that a Content-Range tells
};

//! Answers with the body or the asked range of it, misbehaving as \a faults say.
void sendBody(const httplib::Request& request, httplib::Response& reply, const MediaBody& body, const char* contentType,
    const HttpHost& host, const Faults& faults);

//! Of a Range header with one range: first and last byte. Unsatisfiable: first > last. Nullopt: to be ignored.
[[nodiscard]] std::optional<std::pair<qint64, qint64>> parseRange(const std::string& header, qint64 size);

} // namespace proofreel::sandbox
