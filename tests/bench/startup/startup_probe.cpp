// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// startup_probe COUNT NAME COMMAND [--against NAME COMMAND]: how long each program takes from exec to a window that
// its event loop has painted, and how much memory it holds a second later. The two take turns, so that both meet the
// same machine. Needs DISPLAY, with no window manager and nothing else on it.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xcb/xcb.h>

namespace {

using Clock = std::chrono::steady_clock;

template <typename T>
struct Freed {
    void operator()(T* pointer) const { std::free(pointer); } // what xcb gives is malloc'ed
};
template <typename T>
using XcbPtr = std::unique_ptr<T, Freed<T>>;

class Display {
public:
    Display()
        : m_connection(xcb_connect(nullptr, nullptr))
    {
        if (xcb_connection_has_error(m_connection) != 0) {
            std::fputs("startup_probe: no X display\n", stderr);
            std::exit(1);
        }
        m_root = xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data->root;
        const uint32_t mask = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
        xcb_change_window_attributes(m_connection, m_root, XCB_CW_EVENT_MASK, &mask);
        xcb_flush(m_connection);
    }
    ~Display() { xcb_disconnect(m_connection); }
    Display(const Display&) = delete;
    Display& operator=(const Display&) = delete;

    //! True once a window of a useful size shows more than its background: its event loop runs and has painted it.
    bool waitForPaint(std::chrono::seconds limit)
    {
        const auto deadline = Clock::now() + limit;
        std::vector<xcb_window_t> windows;
        while (Clock::now() < deadline) {
            while (const XcbPtr<xcb_generic_event_t> event { xcb_poll_for_event(m_connection) }) {
                if ((event->response_type & 0x7f) == XCB_MAP_NOTIFY)
                    windows.push_back(reinterpret_cast<const xcb_map_notify_event_t*>(event.get())->window);
            }
            if (std::any_of(windows.begin(), windows.end(), [this](xcb_window_t window) { return isPainted(window); }))
                return true;
            pollfd descriptor { xcb_get_file_descriptor(m_connection), POLLIN, 0 };
            poll(&descriptor, 1, windows.empty() ? 50 : 2);
        }
        return false;
    }
    void drain()
    {
        while (const XcbPtr<xcb_generic_event_t> event { xcb_poll_for_event(m_connection) }) {}
    }

private:
    bool isPainted(xcb_window_t window)
    {
        const XcbPtr<xcb_get_geometry_reply_t> geometry { xcb_get_geometry_reply(
            m_connection, xcb_get_geometry(m_connection, window), nullptr) };
        if (!geometry || geometry->width < 200 || geometry->height < 150)
            return false; // helper windows of the toolkit
        const XcbPtr<xcb_get_image_reply_t> image { xcb_get_image_reply(m_connection,
            xcb_get_image(m_connection, XCB_IMAGE_FORMAT_Z_PIXMAP, window, int16_t(geometry->width / 2), 0, 1,
                geometry->height / 2, ~0U), // the lower half may lie outside the screen
            nullptr) };
        if (!image)
            return false;
        const uint8_t* bytes = xcb_get_image_data(image.get());
        const int length = xcb_get_image_data_length(image.get());
        for (int i = 4; i + 3 < length; i += 4) {
            if (std::memcmp(bytes, bytes + i, 3) != 0)
                return true;
        }
        return false;
    }

    xcb_connection_t* m_connection;
    xcb_window_t m_root = 0;
};

//! Resident memory of one process, MiB.
double memoryOf(pid_t pid)
{
    std::ifstream file("/proc/" + std::to_string(pid) + "/smaps_rollup");
    for (std::string word; file >> word;) {
        double kib = 0;
        if (word == "Rss:" && file >> kib)
            return kib / 1024;
    }
    return 0;
}

struct Program {
    std::string name;
    std::vector<std::string> command;
    std::vector<double> seconds, mebibytes;
};

bool measure(Display& display, Program& program)
{
    display.drain();
    std::vector<char*> arguments;
    for (std::string& word : program.command)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const auto start = Clock::now();
    const pid_t pid = fork();
    if (pid == 0) {
        execvp(arguments.front(), arguments.data());
        _exit(127);
    }
    const bool painted = display.waitForPaint(std::chrono::seconds(20));
    const std::chrono::duration<double> elapsed = Clock::now() - start;
    if (painted) {
        program.seconds.push_back(elapsed.count());
        usleep(1'000'000);
        program.mebibytes.push_back(memoryOf(pid));
    }
    kill(pid, SIGTERM);
    int status = 0;
    for (int i = 0; i < 100 && waitpid(pid, &status, WNOHANG) == 0; ++i)
        usleep(50'000);
    kill(pid, SIGKILL);
    waitpid(pid, &status, 0);
    return painted;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

std::vector<std::string> words(const std::string& text)
{
    std::vector<std::string> result(1);
    for (const char c : text) {
        if (c != ' ')
            result.back() += c;
        else if (!result.back().empty())
            result.emplace_back();
    }
    return result;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 4 && argc != 7) {
        std::fputs("usage: startup_probe COUNT NAME COMMAND [--against NAME COMMAND]\n", stderr);
        return 2;
    }
    const int count = std::atoi(argv[1]);
    std::vector<Program> programs { { argv[2], words(argv[3]), {}, {} } };
    if (argc == 7)
        programs.push_back({ argv[5], words(argv[6]), {}, {} });
    Display display;
    for (Program& program : programs) { // the first start of each fills the page cache and does not count
        if (!measure(display, program)) {
            std::fprintf(stderr, "startup_probe: %s painted no window\n", program.name.c_str());
            return 1;
        }
        program.seconds.clear();
        program.mebibytes.clear();
    }
    for (int i = 0; i < count; ++i) {
        for (Program& program : programs)
            measure(display, program);
    }
    for (const Program& program : programs)
        std::printf("%-12s %3zu starts  window painted after %.3f s (median)  memory %.1f MiB (median RSS)\n",
            program.name.c_str(), program.seconds.size(), median(program.seconds), median(program.mebibytes));
    if (programs.size() == 2)
        std::printf("ratio        time %.2f  memory %.2f\n", median(programs[0].seconds) / median(programs[1].seconds),
            median(programs[0].mebibytes) / median(programs[1].mebibytes));
    return 0;
}
