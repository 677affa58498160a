// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mediainfo/confine.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <thread>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define PROOFREEL_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define PROOFREEL_SANITIZED 1
#endif
#endif

namespace proofreel::mediainfo {

namespace {

[[maybe_unused]] constexpr rlim_t mostMemory = 400 * 1024 * 1024; // sound files make it take 50 MB

void limit(__rlimit_resource_t what, rlim_t most)
{
    const rlimit both { .rlim_cur = most, .rlim_max = most };
    if (setrlimit(what, &both) != 0)
        _exit(3);
}

//! PR_SET_PDEATHSIG would come when the thread ends that started this process, and those of a pool end at any time.
void endWithParent(int parent)
{
    std::thread([parent] {
        pollfd end { .fd = parent, .events = 0, .revents = 0 };
        while (poll(&end, 1, -1) <= 0 || (end.revents & (POLLHUP | POLLERR)) == 0) {}
        _exit(0);
    }).detach();
}

} // namespace

void confine(int parent)
{
    closefrom(STDERR_FILENO + 1);
    endWithParent(parent);
    limit(RLIMIT_CORE, 0);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
#ifndef PROOFREEL_SANITIZED // they reserve terabytes, run another program for their report, and write it
    dup2(STDOUT_FILENO, STDERR_FILENO);
    limit(RLIMIT_NOFILE, STDERR_FILENO + 1);
    limit(RLIMIT_AS, mostMemory);
#endif
}

void allowSeconds(unsigned seconds)
{
    rusage used {};
    getrusage(RUSAGE_SELF, &used);
    rlimit both {};
    getrlimit(RLIMIT_CPU, &both);
    both.rlim_cur = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + 2 + seconds;
    setrlimit(RLIMIT_CPU, &both);
}

} // namespace proofreel::mediainfo
