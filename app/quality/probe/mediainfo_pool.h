// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/probe/mediainfo_helper.h"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace proofreel {

//! Helper processes for any number of threads: each file has one for itself, and one that has done its work takes the
//! next. Those that have nothing to do are ended after half a minute.
class MediaInfoPool {
public:
    //! With one step of a helper's work, which takes milliseconds. One that works for all that time is ended sooner by
    //! a limit of its own, which does not count what a busy machine does meanwhile.
    static constexpr std::chrono::milliseconds patience { 20'000 };

    explicit MediaInfoPool(QString program = installedProgram(), std::chrono::milliseconds wait = patience);
    ~MediaInfoPool();
    MediaInfoPool(const MediaInfoPool&) = delete;
    MediaInfoPool& operator=(const MediaInfoPool&) = delete;

    //! As MediaInfoHelper::readFields(). Blocks. Errors: those of \a read; Media (the library crashes or is lost in
    //! it); Cancelled; Io (the helper program cannot be started).
    [[nodiscard]] Result<mediainfo::Fields> readFields(
        qint64 size, qint64 most, const MediaInfoHelper::Read& read, const std::stop_token& stop);

    //! The process's own: they are processes of it as its threads are threads of it.
    [[nodiscard]] static MediaInfoPool& shared();
    //! Beside the running program, in the installed tree as in a build folder.
    [[nodiscard]] static QString installedProgram();

private:
    using Clock = std::chrono::steady_clock;
    struct Idle {
        std::unique_ptr<MediaInfoHelper> helper;
        Clock::time_point since;
    };
    std::unique_ptr<MediaInfoHelper> take(); //!< one that is idle; nullptr: none
    void giveBack(std::unique_ptr<MediaInfoHelper> helper);
    void endIdle(const std::stop_token& stop);

    const QString m_program;
    const std::chrono::milliseconds m_wait;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::vector<Idle> m_idle; // the oldest first
    std::jthread m_janitor; // the last: it needs the others
};

} // namespace proofreel
