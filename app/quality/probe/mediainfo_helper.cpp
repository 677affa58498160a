// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/probe/mediainfo_helper.h"

#include <QFile>

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstring>
#include <string_view>
#include <vector>

namespace proofreel {

namespace {

using namespace mediainfo;

constexpr int mostSteps = 4000; // some three times what the library may see in whole pieces and jumps
constexpr qint64 moreBytes = 4 * longestPiece; // given than the library may see: what is asked for twice

//! What the loader and sanitizers need; no key of the service is among it.
std::vector<char*> smallEnvironment()
{
    std::vector<char*> kept;
    for (char** each = environ; *each; ++each) {
        const std::string_view name = std::string_view(*each).substr(0, std::string_view(*each).find('='));
        if (name == "LD_LIBRARY_PATH" || name.ends_with("SAN_OPTIONS"))
            kept.push_back(*each);
    }
    kept.push_back(nullptr);
    return kept;
}

pid_t spawn(const QByteArray& program, int socket)
{
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, socket, STDIN_FILENO);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    // A group of its own: Ctrl-C at a terminal is for this program, which then ends its helpers.
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    QByteArray path = program, version(wireVersion);
    std::array<char*, 3> arguments { path.data(), version.data(), nullptr };
    auto environment = smallEnvironment();
    pid_t pid = -1;
    if (posix_spawn(&pid, program.constData(), &files, &attributes, arguments.data(), environment.data()) != 0)
        pid = -1;
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    return pid;
}

} // namespace

std::unique_ptr<MediaInfoHelper> MediaInfoHelper::start(const QString& program, std::chrono::milliseconds patience)
{
    std::array<int, 2> ends { -1, -1 };
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return nullptr;
    const pid_t pid = spawn(QFile::encodeName(program), ends[1]);
    close(ends[1]);
    if (pid > 0)
        return std::unique_ptr<MediaInfoHelper>(new MediaInfoHelper(pid, ends[0], patience));
    close(ends[0]);
    return nullptr;
}

MediaInfoHelper::~MediaInfoHelper()
{
    end();
    close(m_socket);
}

int MediaInfoHelper::end()
{
    int status = 0;
    if (m_pid > 0) {
        kill(m_pid, SIGKILL); // changes nothing for one that is ending already
        while (waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {}
    }
    m_pid = -1;
    return status;
}

MediaInfoHelper::Why MediaInfoHelper::whyEnded(MediaInfoTalk::Over over)
{
    const int status = end();
    switch (over) {
    case MediaInfoTalk::Over::Stopped:
        return Why::Stopped;
    case MediaInfoTalk::Over::Silent:
        return Why::Slow;
    case MediaInfoTalk::Over::Unheard:
        return Why::Broken;
    case MediaInfoTalk::Over::HungUp:
        break;
    }
    switch (WIFSIGNALED(status) ? WTERMSIG(status) : 0) {
    case SIGXCPU:
        return Why::Slow;
    case SIGKILL:
    case SIGTERM:
    case SIGINT:
    case SIGHUP:
        return Why::Killed;
    default:
        return Why::Broken;
    }
}

tl::expected<Fields, MediaInfoHelper::End> MediaInfoHelper::readFields(
    qint64 size, qint64 most, const Read& read, const std::stop_token& stop)
{
    MediaInfoTalk talk(m_socket, m_patience, stop);
    const Open file { .size = static_cast<uint64_t>(size), .most = static_cast<uint64_t>(most) };
    bool asked = false, good = talk.send(Word::Open, &file, sizeof file);
    std::vector<char> bytes;
    qint64 given = 0;
    for (int steps = 0; good && steps < mostSteps && given < most + moreBytes; ++steps) {
        Word word = Word::Open;
        if (!talk.receive(word, bytes))
            break;
        if (word == Word::Fields) {
            if (auto fields = decode({ bytes.data(), bytes.size() }))
                return *std::move(fields);
            break;
        }
        Ask question;
        std::memcpy(&question, bytes.data(), sizeof question);
        if (question.length == 0 || question.length > longestPiece || question.offset >= file.size)
            break;
        asked = true;
        bytes.resize(std::min(question.length, file.size - question.offset));
        // What comes at once may be enough for the library: the rest is not fetched for its own sake.
        const auto got = read(static_cast<qint64>(question.offset), bytes.data(), static_cast<qint64>(bytes.size()));
        if (!got) {
            end();
            return tl::unexpected(End { .why = Why::Unread, .error = got.error() });
        }
        given += *got;
        good = talk.send(Word::Bytes, bytes.data(), static_cast<size_t>(*got));
    }
    const Why why = whyEnded(talk.over());
    return tl::unexpected(End { .why = asked || why == Why::Stopped ? why : Why::Unasked });
}

} // namespace proofreel
