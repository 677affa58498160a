// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/probe/mediainfo_session.h"

#include "core/one_line.h"

#include <MediaInfo/MediaInfo.h> // with UNICODE, see CMakeLists.txt

#include <algorithm>
#include <cmath>
#include <limits>
#include <mutex>
#include <vector>

namespace proofreel {

namespace {

using Library = MediaInfoLib::MediaInfo;

constexpr qint64 pieceSize = 64 * 1024;
constexpr size_t finished = 8; // bit 3 of Open_Buffer_Continue
constexpr auto noJump = std::numeric_limits<uint64_t>::max();

std::mutex& guard()
{
    static std::mutex mutex;
    return mutex;
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
    std::unique_ptr<Library> library;
};

MediaInfoSession::MediaInfoSession()
    : d(std::make_unique<Private>())
{
    const std::lock_guard lock(guard());
    d->library = std::make_unique<Library>();
    d->library->Option(L"Internet", L"No"); // it would ask for newer versions of itself
    d->library->Option(L"ParseSpeed", L"0"); // headers, and the first frames
    d->library->Option(L"File_IsSeekable", L"1");
}

MediaInfoSession::~MediaInfoSession()
{
    const std::lock_guard lock(guard());
    d.reset();
}

Result<void> MediaInfoSession::feed(qint64 size, const Read& read, qint64 mostBytes)
{
    std::vector<char> piece(static_cast<size_t>(pieceSize));
    qint64 at = 0, fed = 0;
    {
        const std::lock_guard lock(guard());
        d->library->Open_Buffer_Init(static_cast<uint64_t>(size), 0);
    }
    // Jumps cost nothing of mostBytes, but a file may ask for them without end.
    for (int jumps = 0; at < size && fed < mostBytes && jumps < 1000;) {
        const auto count = read(at, piece.data(), std::min(pieceSize, size - at));
        if (!count)
            return tl::unexpected(count.error());
        if (*count <= 0)
            break;
        at += *count;
        fed += *count;
        const std::lock_guard lock(guard());
        const size_t status = d->library->Open_Buffer_Continue(
            reinterpret_cast<const uint8_t*>(piece.data()), static_cast<size_t>(*count));
        if (status & finished)
            break;
        const uint64_t jump = d->library->Open_Buffer_Continue_GoTo_Get();
        if (jump == noJump)
            continue;
        if (jump >= static_cast<uint64_t>(size))
            break;
        ++jumps;
        at = static_cast<qint64>(jump);
        d->library->Open_Buffer_Init(static_cast<uint64_t>(size), jump);
    }
    const std::lock_guard lock(guard());
    d->library->Open_Buffer_Finalize();
    return {};
}

int MediaInfoSession::count(Kind kind) const
{
    const std::lock_guard lock(guard());
    return static_cast<int>(std::min<size_t>(d->library->Count_Get(streamKind(kind)), 100));
}

QString MediaInfoSession::text(Kind kind, const char* field, int stream) const
{
    const std::wstring name(field, field + std::char_traits<char>::length(field));
    const std::lock_guard lock(guard());
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
