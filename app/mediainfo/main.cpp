// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// proofreel-mediainfo VERSION: what MediaInfoLib says of the files that the parent reads to it (wire.h). Not for
// people.

#include "mediainfo/confine.h"
#include "mediainfo/reading.h"
#include "mediainfo/wire.h"

#include <sys/socket.h>
#include <unistd.h>

#include <cstring>

using namespace proofreel::mediainfo;

namespace {

constexpr unsigned secondsEach = 3; // of work; a sound file takes milliseconds

// All or the end: the parent has hung up, or says what it should not.

void receive(char* to, size_t length)
{
    while (length > 0) {
        const ssize_t count = read(STDIN_FILENO, to, length);
        if (count <= 0)
            _exit(0);
        to += count;
        length -= static_cast<size_t>(count);
    }
}

uint32_t receiveHead(Word word, uint32_t longest)
{
    Head head;
    receive(reinterpret_cast<char*>(&head), sizeof head);
    if (head.word != word || head.length > longest)
        _exit(2);
    return head.length;
}

void send(Word word, const char* body, size_t length)
{
    std::string bytes(sizeof(Head) + length, '\0');
    const Head head { .word = word, .length = static_cast<uint32_t>(length) };
    std::memcpy(bytes.data(), &head, sizeof head);
    std::memcpy(bytes.data() + sizeof head, body, length);
    for (size_t sent = 0; sent < bytes.size();) {
        const ssize_t count = ::send(STDIN_FILENO, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (count <= 0)
            _exit(0);
        sent += static_cast<size_t>(count);
    }
}

size_t ask(uint64_t offset, char* buffer, size_t length)
{
    const Ask question { .offset = offset, .length = length };
    send(Word::Ask, reinterpret_cast<const char*>(&question), sizeof question);
    const uint32_t count = receiveHead(Word::Bytes, static_cast<uint32_t>(length));
    receive(buffer, count);
    return count;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2 || std::strcmp(argv[1], wireVersion) != 0)
        return 2;
    confine(STDIN_FILENO);
    for (;;) {
        Open file;
        if (receiveHead(Word::Open, sizeof file) != sizeof file)
            return 2;
        receive(reinterpret_cast<char*>(&file), sizeof file);
        allowSeconds(secondsEach);
        const std::string found = encode(readFields(file.size, file.most, ask));
        send(Word::Fields, found.data(), found.size());
    }
}
