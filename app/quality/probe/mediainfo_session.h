// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace proofreel {

//! One file as MediaInfoLib sees it. The library pulls what it wants to read; nothing of its own touches disk or
//! network. Its shared parts are not safe in threads, so every call of it is guarded; waiting for bytes is not. A call
//! that does not come back is given up.
class MediaInfoSession {
public:
    enum class Kind { General, Video, Audio, Text };
    //! Up to \a length bytes at \a offset.
    using Read = std::function<Result<qint64>(qint64 offset, char* buffer, qint64 length)>;

    MediaInfoSession();
    ~MediaInfoSession();
    MediaInfoSession(const MediaInfoSession&) = delete;
    MediaInfoSession& operator=(const MediaInfoSession&) = delete;

    //! Feeds a file of \a size bytes until the library has seen enough, or \a mostBytes. Errors: those of \a read;
    //! Media (the library is lost in it): then nothing else may be asked.
    [[nodiscard]] Result<void> feed(qint64 size, const Read& read, qint64 mostBytes);

    [[nodiscard]] int count(Kind kind) const; //!< streams
    //! A field by MediaInfo's name; empty: it is not there. On one line, cut off at 1000 characters.
    [[nodiscard]] QString text(Kind kind, const char* field, int stream = 0) const;
    [[nodiscard]] std::optional<double> number(
        Kind kind, const char* field, int stream = 0) const; //!< finite, not negative

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace proofreel
