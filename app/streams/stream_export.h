// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "streams/stream_model.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace proofreel {

// Streams as text for the clipboard or a file. Signatures in URLs are removed.

//! Values of those columns of one row as the service sent them, parted by tabs; no line break at the end. What a
//! spreadsheet would take for a formula gets an apostrophe in front.
[[nodiscard]] QString rowAsTsv(const StreamModel& streams, int row, const QList<int>& columns);
//! A heading line of the service's field names and a line per row, all 23 fields (RFC 4180, CRLF). What a spreadsheet
//! would take for a formula gets an apostrophe in front.
[[nodiscard]] QString rowsAsCsv(const StreamModel& streams, const QList<int>& rows);
//! A JSON array of the entries as the service sent them, with "StreamKey" added.
[[nodiscard]] QByteArray rowsAsJson(const StreamModel& streams, const QList<int>& rows);
//! One cell of CSV, quoted where needed and safe to open in a spreadsheet.
[[nodiscard]] QString csvCell(QString text);

//! A reply as people read it: indented where it is JSON, secrets removed, at most \a longest bytes of it looked at.
[[nodiscard]] QString readableReply(const QByteArray& body, qsizetype longest = 256 * 1024);

} // namespace proofreel
