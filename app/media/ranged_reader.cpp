// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/ranged_reader.h"

#include "core/network_error.h"
#include "media/block_cache.h"
#include "media/range_reply.h"
#include "media/ranged_fetch.h"

#include <QCoreApplication>

#include <algorithm>

namespace proofreel {

using namespace std::chrono_literals;

namespace {

struct MediaText {
    Q_DECLARE_TR_FUNCTIONS(Media)
};

constexpr qint64 MiB = 1024 * 1024;
constexpr qint64 largestBlock = 4 * MiB;
constexpr qint64 aheadFrom = MiB / 2; // blocks that large show that somebody reads the whole file
constexpr qint64 keptBytes = 24 * MiB;
constexpr qint64 keptWithoutRanges = 64 * MiB;

} // namespace

class RangedReader::Private {
public:
    Private(Http& http, QUrl address, std::stop_token stop, Limits given)
        : url(std::move(address))
        , limits(given)
        , blockSize(std::max<qint64>(given.firstBlock, 1024))
        , fetcher(http, url, std::move(stop), given)
    {
    }

    Result<void> open(); //!< the first request, once
    Result<void> fill(qint64 offset); //!< has at least one byte at offset in the cache
    [[nodiscard]] TransferStats stats() const { return fetcher.stats(); }

    QUrl url;
    Limits limits;
    HttpResponse first; // without its body
    std::optional<Error> trouble; // of the first request: it is not asked again
    bool opened = false, ranges = false;
    qint64 total = -1;
    BlockCache cache { keptBytes };
    QByteArray kept; // from the start, of a server without ranges

private:
    Result<void> readFirst();
    Result<qint64> allowed(qint64 wanted) const; //!< of a block, within maxBytes
    Result<void> fillWithoutRanges(qint64 offset);
    Result<void> take(qint64 offset, qint64 length, Result<HttpResponse> reply);
    void readAhead();

    qint64 blockSize;
    qint64 next = 0; // where the last block ended
    RangedFetch fetcher;
};

Result<qint64> RangedReader::Private::allowed(qint64 wanted) const
{
    if (limits.maxBytes < 0)
        return wanted;
    const qint64 left = limits.maxBytes - fetcher.stats().bytesFetched;
    if (left > 0)
        return std::min(wanted, left);
    return fail({ .kind = ErrorKind::TooLarge,
        .message = MediaText::tr("More than %1 MiB of this media would have to be read; that is over the limit.")
                       .arg(double(limits.maxBytes) / double(MiB), 0, 'g', 3),
        .host = hostAndPort(url) });
}

Result<void> RangedReader::Private::open()
{
    if (!opened) {
        if (auto done = readFirst(); !done)
            trouble = done.error();
        opened = true;
    }
    if (trouble)
        return fail(*trouble);
    return {};
}

Result<void> RangedReader::Private::readFirst()
{
    const auto length = allowed(blockSize);
    if (!length)
        return fail(length.error());
    fetcher.start(0, *length);
    auto reply = fetcher.wait();
    if (!reply)
        return fail(reply.error());
    QByteArray body = reply->body;
    const bool truncated = reply->truncated;
    first = *reply;
    first.body.clear();
    if (auto refused = rangeTrouble(*reply, url))
        return fail(*std::move(refused));
    ranges = first.status == 206;
    if (ranges) {
        const auto got = contentRange(first);
        if (auto wrong = rangeMismatch(*reply, 0, *length, -1, url))
            return fail(*std::move(wrong));
        total = got->total;
    } else {
        bool number = false;
        const qint64 said = first.header("Content-Length").toLongLong(&number);
        const bool plain = first.header("Content-Encoding").isEmpty();
        total = number && plain && said >= 0 ? said : truncated ? -1 : qint64(body.size());
        if (total < 0)
            return fail(sizeUnknown(url));
        kept = std::move(body);
        return {};
    }
    next = body.size();
    cache.insert(0, std::move(body));
    return {};
}

Result<void> RangedReader::Private::take(qint64 offset, qint64 length, Result<HttpResponse> reply)
{
    if (!reply)
        return fail(reply.error());
    if (auto refused = rangeTrouble(*reply, url))
        return fail(*std::move(refused));
    if (auto wrong = rangeMismatch(*reply, offset, length, total, url))
        return fail(*std::move(wrong));
    const QByteArray was = first.header("ETag"), is = reply->header("ETag");
    if (!was.isEmpty() && !is.isEmpty() && was != is)
        return fail(fileChanged(url));
    next = offset + reply->body.size();
    cache.insert(offset, std::move(reply->body));
    return {};
}

Result<void> RangedReader::Private::fill(qint64 offset)
{
    if (!ranges)
        return fillWithoutRanges(offset);
    if (fetcher.covers(offset)) {
        const auto [from, length] = fetcher.underWay();
        if (auto taken = take(from, length, fetcher.wait()); !taken)
            return taken;
        readAhead();
        return {};
    }
    fetcher.abandon();
    // A jump over little is still reading on.
    const bool onward = offset >= next && offset - next <= limits.firstBlock;
    blockSize = onward ? std::min(offset == limits.firstBlock ? blockSize : blockSize * 2, largestBlock)
                       : std::max<qint64>(limits.firstBlock, 1024);
    const auto length = allowed(std::min(blockSize, cache.holeEnd(offset, total) - offset));
    if (!length)
        return fail(length.error());
    fetcher.start(offset, *length);
    if (auto taken = take(offset, *length, fetcher.wait()); !taken)
        return taken;
    readAhead();
    return {};
}

void RangedReader::Private::readAhead()
{
    if (blockSize < aheadFrom || next >= total)
        return;
    blockSize = std::min(blockSize * 2, largestBlock);
    const auto length = allowed(std::min(blockSize, cache.holeEnd(next, total) - next));
    if (length && *length > 0)
        fetcher.start(next, *length);
}

Result<void> RangedReader::Private::fillWithoutRanges(qint64 offset)
{
    // Each download begins at the start again: eight times as far as the last one, so that few are needed.
    const qint64 wanted = std::max({ qint64(kept.size()) * 8, MiB, offset + MiB });
    const auto length = allowed(std::min({ wanted, total, keptWithoutRanges }));
    if (!length)
        return fail(length.error());
    if (offset >= *length)
        return fail({ .kind = ErrorKind::TooLarge,
            .message = MediaText::tr("The server of this media cannot send parts of it (HTTP Range), and it is too "
                                     "large to be loaded whole."),
            .advice = MediaText::tr("Switch range requests on for the playback domain."),
            .host = hostAndPort(url) });
    fetcher.startWhole(*length);
    auto reply = fetcher.wait();
    if (!reply)
        return fail(reply.error());
    if (auto refused = rangeTrouble(*reply, url))
        return fail(*std::move(refused));
    if (reply->body.size() <= offset)
        return fail(fileChanged(url));
    kept = std::move(reply->body);
    return {};
}

RangedReader::RangedReader(Http& http, QUrl url, std::stop_token stop, Limits limits)
    : d(std::make_unique<Private>(http, std::move(url), std::move(stop), limits))
{
}

RangedReader::RangedReader(Http& http, QUrl url, std::stop_token stop)
    : RangedReader(http, std::move(url), std::move(stop), Limits())
{
}

RangedReader::~RangedReader() = default;

Result<qint64> RangedReader::size()
{
    if (const auto opened = d->open(); !opened)
        return fail(opened.error());
    return d->total;
}

Result<qint64> RangedReader::read(qint64 offset, char* buffer, qint64 length)
{
    if (const auto opened = d->open(); !opened)
        return fail(opened.error());
    if (offset < 0 || length <= 0 || offset >= d->total)
        return 0;
    const auto there = [&]() -> qint64 {
        if (d->ranges)
            return d->cache.read(offset, buffer, length);
        const qint64 count = std::min(length, qint64(d->kept.size()) - offset);
        if (count > 0)
            std::copy_n(d->kept.constData() + offset, count, buffer);
        return std::max<qint64>(count, 0);
    };
    if (const qint64 count = there())
        return count;
    if (const auto filled = d->fill(offset); !filled)
        return fail(filled.error());
    return there();
}

const HttpResponse& RangedReader::firstReply() const
{
    return d->first;
}

bool RangedReader::hasRanges() const
{
    return d->ranges;
}

TransferStats RangedReader::stats() const
{
    return d->stats();
}

const QUrl& RangedReader::url() const
{
    return d->url;
}

} // namespace proofreel
