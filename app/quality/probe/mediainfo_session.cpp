// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/probe/mediainfo_session.h"

#include "core/one_line.h"

#include <MediaInfo/MediaInfo.h> // with UNICODE, see CMakeLists.txt

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <future>
#include <limits>
#include <mutex>
#include <string_view>
#include <thread>
#include <vector>

namespace proofreel {

namespace {

using Library = MediaInfoLib::MediaInfo;

constexpr qint64 pieceSize = 64 * 1024;
constexpr size_t finished = 8; // bit 3 of Open_Buffer_Continue
constexpr auto noJump = std::numeric_limits<uint64_t>::max();

constexpr std::chrono::seconds patience { 5 }; // with one call, which takes milliseconds

struct ProbeText {
    Q_DECLARE_TR_FUNCTIONS(ContainerProbe)
};

//! Held during each call of the library. One that a call never gives back is left to it.
class Guard {
public:
    static std::shared_ptr<std::mutex> now()
    {
        const std::lock_guard lock(s_mutex);
        return s_now;
    }
    static void giveUp(const std::shared_ptr<std::mutex>& held)
    {
        const std::lock_guard lock(s_mutex);
        if (s_now == held)
            s_now = std::make_shared<std::mutex>();
    }

private:
    inline static std::mutex s_mutex;
    inline static std::shared_ptr<std::mutex> s_now = std::make_shared<std::mutex>();
};

// Of the SEI messages in which x264 and x265 write their settings: MediaInfoLib 23.04 reads certain texts in them for
// ever, and nothing of it is wanted here. H.264's and HEVC's escapes cannot fall within these bytes.
using namespace std::string_view_literals;
constexpr std::array settingsIds { "\xdc\x45\xe9\xbd\xe6\xd9\x48\xb7\x96\x2c\xd8\x20\xd9\x23\xee\xef"sv,
    "\x2c\xa2\xde\x09\xb5\x17\x47\xdb\xbb\x55\xa4\xfe\x7f\xc2\xfc\x4e"sv };

//! Makes settings unknown to the library. How much of the piece may be fed: an id that is not whole at its end waits.
qint64 hideSettings(char* bytes, qint64 count, bool last)
{
    const std::string_view all(bytes, static_cast<size_t>(count));
    for (const std::string_view id : settingsIds) {
        for (size_t at = all.find(id); at != std::string_view::npos; at = all.find(id, at + 1))
            bytes[at] = '\0';
    }
    for (size_t tail = std::min<size_t>(15, all.size() - 1); tail > 0 && !last; --tail) {
        for (const std::string_view id : settingsIds) {
            if (all.ends_with(id.substr(0, tail)))
                return count - static_cast<qint64>(tail);
        }
    }
    return count;
}

MediaInfoLib::stream_t streamKind(MediaInfoSession::Kind kind)
{
    switch (kind) {
    case MediaInfoSession::Kind::Video:
        return MediaInfoLib::Stream_Video;
    case MediaInfoSession::Kind::Audio:
        return MediaInfoLib::Stream_Audio;
    case MediaInfoSession::Kind::Text:
        return MediaInfoLib::Stream_Text;
    case MediaInfoSession::Kind::General:
        break;
    }
    return MediaInfoLib::Stream_General;
}

} // namespace

class MediaInfoSession::Private {
public:
    //! False: the call did not come back. It is left alone with what it holds, and the library is not touched again.
    bool call(std::function<void(Library&)> work)
    {
        auto guard = Guard::now();
        std::promise<void> promise;
        auto done = promise.get_future();
        std::thread thread([held = library, guard, work = std::move(work), promise = std::move(promise)]() mutable {
            const std::lock_guard lock(*guard);
            work(*held);
            promise.set_value();
        });
        stuck = done.wait_for(patience) != std::future_status::ready;
        if (!stuck) {
            thread.join();
            return true;
        }
        thread.detach();
        Guard::giveUp(guard);
        return false;
    }

    std::shared_ptr<Library> library;
    bool stuck = false;
};

MediaInfoSession::MediaInfoSession()
    : d(std::make_unique<Private>())
{
    const auto guard = Guard::now();
    const std::lock_guard lock(*guard);
    d->library = std::make_shared<Library>();
    d->library->Option(L"Internet", L"No"); // it would ask for newer versions of itself
    d->library->Option(L"ParseSpeed", L"0"); // headers, and the first frames
    d->library->Option(L"File_IsSeekable", L"1");
}

MediaInfoSession::~MediaInfoSession()
{
    if (d->stuck)
        return; // the thread that is lost in it has the last reference
    const auto guard = Guard::now();
    const std::lock_guard lock(*guard);
    d.reset();
}

Result<void> MediaInfoSession::feed(qint64 size, const Read& read, qint64 mostBytes)
{
    const auto lost = [] {
        return fail({ .kind = ErrorKind::Media,
            .message = ProbeText::tr("The headers of this file cannot be read in reasonable time: it is damaged."),
            .advice = ProbeText::tr("Ask for this rendition to be made again.") });
    };
    qint64 at = 0, fed = 0;
    if (!d->call([size](Library& library) { library.Open_Buffer_Init(static_cast<uint64_t>(size), 0); }))
        return lost();
    // Jumps cost nothing of mostBytes, but a file may ask for them without end.
    for (int jumps = 0; at < size && fed < mostBytes && jumps < 1000;) {
        auto piece = std::make_shared<std::vector<char>>(static_cast<size_t>(std::min(pieceSize, size - at)));
        const auto count = read(at, piece->data(), static_cast<qint64>(piece->size()));
        if (!count)
            return tl::unexpected(count.error());
        if (*count <= 0)
            break;
        const qint64 used = hideSettings(piece->data(), *count, at + *count >= size);
        at += used;
        fed += used;
        struct Answer {
            size_t status = 0;
            uint64_t jump = noJump;
        };
        const auto answer = std::make_shared<Answer>();
        if (!d->call([piece, used, answer](Library& library) {
                answer->status = library.Open_Buffer_Continue(
                    reinterpret_cast<const uint8_t*>(piece->data()), static_cast<size_t>(used));
                answer->jump = library.Open_Buffer_Continue_GoTo_Get();
            }))
            return lost();
        if (answer->status & finished)
            break;
        if (answer->jump == noJump)
            continue;
        if (answer->jump >= static_cast<uint64_t>(size))
            break;
        ++jumps;
        at = static_cast<qint64>(answer->jump);
        if (!d->call([size, at](Library& library) {
                library.Open_Buffer_Init(static_cast<uint64_t>(size), static_cast<uint64_t>(at));
            }))
            return lost();
    }
    if (!d->call([](Library& library) { library.Open_Buffer_Finalize(); }))
        return lost();
    return {};
}

int MediaInfoSession::count(Kind kind) const
{
    const auto guard = Guard::now();
    const std::lock_guard lock(*guard);
    return static_cast<int>(std::min<size_t>(d->library->Count_Get(streamKind(kind)), 100));
}

QString MediaInfoSession::text(Kind kind, const char* field, int stream) const
{
    const std::wstring name(field, field + std::char_traits<char>::length(field));
    const auto guard = Guard::now();
    const std::lock_guard lock(*guard);
    return oneLine(QString::fromStdWString(d->library->Get(streamKind(kind), static_cast<size_t>(stream), name)), 1000);
}

std::optional<double> MediaInfoSession::number(Kind kind, const char* field, int stream) const
{
    bool ok = false;
    // "1000 cd/m2" is one as well.
    const double value = text(kind, field, stream).section(u' ', 0, 0).toDouble(&ok);
    return ok && std::isfinite(value) && value >= 0 ? std::optional(value) : std::nullopt;
}

} // namespace proofreel
