// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "mediainfo/wire.h"
#include "quality/probe/mediainfo_talk.h"

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>

namespace proofreel {

//! One process of the helper program that holds MediaInfoLib. It gets nothing of this process but a socket: no file, no
//! secret of the environment. One thread at a time, which needs no event loop; it ends with this object.
class MediaInfoHelper {
public:
    //! Up to \a length bytes at \a offset; 0 at the end.
    using Read = std::function<Result<qint64>(qint64 offset, char* buffer, qint64 length)>;

    //! Why a file was not read to its end. The process is over then.
    enum class Why {
        Unasked, //!< it ended before it asked for a byte, which is not the file's doing
        Killed, //!< somebody else ended it
        Slow, //!< it was silent or worked for too long
        Broken, //!< it crashed, took too much memory, or said what it should not
        Stopped, //!< by the stop token
        Unread, //!< \a error of the reading
    };
    struct End {
        Why why = Why::Broken;
        Error error {};
    };

    //! nullptr: it cannot be started. \a patience: with each step of its work.
    [[nodiscard]] static std::unique_ptr<MediaInfoHelper> start(
        const QString& program, std::chrono::milliseconds patience);
    ~MediaInfoHelper();
    MediaInfoHelper(const MediaInfoHelper&) = delete;
    MediaInfoHelper& operator=(const MediaInfoHelper&) = delete;

    //! What it finds in a file of \a size bytes, of which the library may see \a most. After an End nothing else may be
    //! asked of it.
    [[nodiscard]] tl::expected<mediainfo::Fields, End> readFields(
        qint64 size, qint64 most, const Read& read, const std::stop_token& stop);

private:
    MediaInfoHelper(pid_t pid, int socket, std::chrono::milliseconds patience)
        : m_pid(pid)
        , m_socket(socket)
        , m_patience(patience)
    {
    }
    int end(); //!< how it ended, as waitpid() says
    Why whyEnded(MediaInfoTalk::Over over);

    pid_t m_pid;
    const int m_socket;
    const std::chrono::milliseconds m_patience;
};

} // namespace proofreel
