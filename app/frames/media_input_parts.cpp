// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frames/media_input_private.h"

#include "core/network_error.h"
#include "media/fetch.h"
#include "media/playlist.h"
#include "media/reachable.h"

#include <QCoreApplication>

#include <algorithm>

namespace proofreel {

namespace {

struct InputText {
    Q_DECLARE_TR_FUNCTIONS(MediaInput)
};

constexpr size_t readersKept = 2; // parts in turn of one file, or of a picture's and a sound's

QByteArray optionOf(AVDictionary** options, const char* name)
{
    const AVDictionaryEntry* found = options ? av_dict_get(*options, name, nullptr, 0) : nullptr;
    return found ? QByteArray(found->value) : QByteArray();
}

} // namespace

std::shared_ptr<RangedReader> MediaInput::Private::readerOf(const QUrl& part)
{
    if (options.shared && options.shared->url() == part)
        return options.shared;
    const auto known = std::ranges::find_if(readers, [&](const auto& reader) { return reader->url() == part; });
    if (known != readers.end())
        return *known;
    RangedReader::Limits limits = options.limits;
    limits.allowPrivateHosts = options.allowPrivateHosts;
    if (limits.maxBytes >= 0)
        limits.maxBytes = std::max<qint64>(limits.maxBytes - stats().bytesFetched, 0);
    if (limits.deadline.count() > 0)
        limits.deadline =
            std::max(limits.deadline - std::chrono::milliseconds(age.elapsed()), std::chrono::milliseconds(1));
    std::shared_ptr<RangedReader> reader(new RangedReader(http, part, stop, limits), [this](RangedReader* gone) {
        closed.bytesFetched += gone->stats().bytesFetched;
        closed.requests += gone->stats().requests;
        delete gone;
    });
    std::erase_if(living, [](const auto& each) { return each.expired(); });
    living.push_back(reader);
    readers.push_back(reader);
    if (readers.size() > readersKept)
        readers.pop_front();
    return reader;
}

Result<std::unique_ptr<MediaPart>> MediaInput::Private::partOf(const QUrl& part, MediaPart::Window window, bool first)
{
    if (++parts > options.maxParts)
        return fail({ .kind = ErrorKind::TooLarge,
            .message = InputText::tr("This stream has more parts than can be looked at safely."),
            .host = hostAndPort(url) });
    const bool allowed = first ? isPlayableUrl(part) : mayFetch(part, url, options.allowPrivateHosts);
    if (!allowed)
        return fail(refusedError(part));
    if (options.kept && !first) {
        // A playlist is not for libav as it stands.
        auto bytes = options.kept->find(part, window.begin, window.end < 0 ? -1 : window.end - window.begin);
        if (bytes && !bytes->left(10).contains("#EXTM3U"))
            return std::make_unique<MediaPart>(*std::move(bytes));
    }
    auto reader = readerOf(part);
    if (const auto size = reader->size(); !size)
        return fail(size.error());
    if (!isPlaylistHead(*reader))
        return std::make_unique<MediaPart>(std::move(reader), window);
    std::optional<HlsSummary> found;
    auto text = hlsText(*reader, first, options.allowPrivateHosts, found);
    if (!text)
        return fail(text.error());
    if (!summary)
        summary = found;
    playlist = playlist || first;
    return std::make_unique<MediaPart>(*std::move(text));
}

AVIOContext* MediaInput::Private::openIo(MediaPart& part)
{
    return part.open(
        budget,
        [this](Error error) {
            if (error.host.isEmpty())
                error.host = hostAndPort(url);
            note(error);
        },
        [this] { return isOver(); });
}

int MediaInput::Private::openPart(AVIOContext** io, const char* address, AVDictionary** given)
{
    if (isOver())
        return AVERROR_EXIT;
    QByteArray text(address);
    const bool encrypted = text.startsWith("crypto+") || text.startsWith("crypto:");
    if (encrypted)
        text.remove(0, 7);
    MediaPart::Window window { .begin = std::max<qint64>(optionOf(given, "offset").toLongLong(), 0) };
    if (const qint64 end = optionOf(given, "end_offset").toLongLong(); end > 0)
        window.end = end;
    auto part = partOf(QUrl::fromEncoded(text), window, false);
    if (!part) {
        note(part.error());
        return isOver() ? AVERROR_EXIT : -EIO;
    }
    if (encrypted
        && !(*part)->decryptWith(
            QByteArray::fromHex(optionOf(given, "key")), QByteArray::fromHex(optionOf(given, "iv"))))
        return -EINVAL;
    *io = openIo(**part);
    if (!*io)
        return -ENOMEM;
    part->release(); // until io_close2
    return 0;
}

} // namespace proofreel
