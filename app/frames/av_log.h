// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>

struct AVCodecContext;

namespace proofreel {

//! Takes what libav says of errors while one media is read and decoded, instead of the console. libav has one log for
//! the whole process: lines are told apart by the thread that reads (Here) and by the decoder, whose threads are
//! libav's. What belongs to nobody goes to the log category proofreel.frames (shown by --verbose only), redacted.
class AvLog {
public:
    //! One line of an error, without addresses and secrets. From any thread, also several at once.
    using Taker = std::function<void(const QString& line)>;

    explicit AvLog(Taker taker);
    ~AvLog();
    AvLog(const AvLog&) = delete;
    AvLog& operator=(const AvLog&) = delete;

    //! Before it is opened. The decoder must not outlive this.
    void attach(AVCodecContext* decoder);

    //! While it lives, what libav says in this thread belongs to \a log.
    class Here {
    public:
        explicit Here(AvLog& log);
        ~Here();
        Here(const Here&) = delete;
        Here& operator=(const Here&) = delete;

    private:
        AvLog* m_before;
    };

private:
    friend class AvLogRegister;
    Taker m_taker;
};

} // namespace proofreel
