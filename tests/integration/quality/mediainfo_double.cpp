// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// mediainfo_double VERSION: stands for the helper program where it goes wrong in ways that no file makes the real one.
// Which one is said by the size of the file.

#include "mediainfo/wire.h"

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

using namespace proofreel::mediainfo;

namespace {

void say(Word word, uint32_t length, const void* body, size_t bytes)
{
    const Head head { .word = word, .length = length };
    if (write(STDIN_FILENO, &head, sizeof head) < 0 || write(STDIN_FILENO, body, bytes) < 0)
        _exit(1);
}

void ask(uint64_t offset, uint64_t length)
{
    const Ask question { .offset = offset, .length = length };
    say(Word::Ask, sizeof question, &question, sizeof question);
}

void hear()
{
    Head head;
    if (read(STDIN_FILENO, &head, sizeof head) <= 0)
        _exit(1);
    std::string body(head.length, '\0');
    for (size_t got = 0; got < body.size();) {
        const ssize_t count = read(STDIN_FILENO, body.data() + got, body.size() - got);
        if (count <= 0)
            _exit(1);
        got += static_cast<size_t>(count);
    }
}

} // namespace

int main()
{
    Head head;
    Open file;
    if (read(STDIN_FILENO, &head, sizeof head) <= 0 || read(STDIN_FILENO, &file, sizeof file) <= 0)
        return 1;
    const std::string rubbish(5000, '\xa5');
    if (file.size == 1) // before it has asked
        say(Word { 77 }, 5000, rubbish.data(), rubbish.size());
    ask(0, 1);
    hear();
    switch (file.size) {
    case 2:
        for (;;) { // asks without end
            ask(0, 1);
            hear();
        }
    case 3:
        for (;;) // talks without listening
            ask(0, 1);
    case 4:
        say(Word { 77 }, 5000, rubbish.data(), rubbish.size());
        break;
    case 5:
        say(Word::Fields, 5000, rubbish.data(), rubbish.size());
        break;
    case 6:
        say(Word::Fields, 0xffffffff, rubbish.data(), rubbish.size());
        break;
    case 7:
        ask(7, 1);
        break;
    case 8:
        ask(0, longestPiece + 1);
        break;
    case 9:
        std::abort();
    case 10:
        std::exit(0);
    case 11: // hangs up and lives
        close(STDIN_FILENO);
        break;
    default: // half a message
        say(Word::Ask, sizeof(Ask), rubbish.data(), 3);
        break;
    }
    for (;;)
        pause();
}
