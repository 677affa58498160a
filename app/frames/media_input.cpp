// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frames/media_input.h"

#include "frames/av_log.h"
#include "frames/av_types.h"
#include "frames/hls_text.h"
#include "frames/media_part.h"

#include "core/network_error.h"
#include "media/fetch.h"
#include "media/playlist.h"
#include "media/reachable.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <deque>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

struct InputText {
    Q_DECLARE_TR_FUNCTIONS(MediaInput)
};

// None that names other files by itself (concat, dash, sdp…), and no bare bit streams, which anything looks like.
constexpr auto knownFormats =
    "mov,mp4,hls,applehttp,mpegts,mp3,aac,flac,wav,ogg,flv,live_flv,matroska,webm,mpeg,avi,mxf,"
    "asf,ac3,eac3,webvtt,srt";
constexpr size_t readersKept = 2; // parts in turn of one file, or of a picture's and a sound's

QByteArray optionOf(AVDictionary** options, const char* name)
{
    const AVDictionaryEntry* found = options ? av_dict_get(*options, name, nullptr, 0) : nullptr;
    return found ? QByteArray(found->value) : QByteArray();
}

} // namespace

class MediaInput::Private {
public:
    Private(Http& network, QUrl address, std::stop_token stopToken, MediaInputOptions given)
        : http(network)
        , url(std::move(address))
        , stop(std::move(stopToken))
        , options(std::move(given))
        , log([](const QString&) {})
    {
        // One allocation of libav's for what a header lies about; real indexes are far smaller.
        av_max_alloc(512UL * 1024 * 1024);
        age.start();
    }
    ~Private()
    {
        context.reset(); // which closes the parts that it opened
    }
    Private(const Private&) = delete;
    Private& operator=(const Private&) = delete;

    Result<void> open();
    std::shared_ptr<RangedReader> readerOf(const QUrl& part);
    Result<std::unique_ptr<MediaPart>> partOf(const QUrl& part, MediaPart::Window window, bool first);
    int openPart(AVIOContext** io, const char* address, AVDictionary** given);
    void note(const Error& error)
    {
        if (!trouble)
            trouble = error;
    }
    // These end the whole, the rest only the part.
    [[nodiscard]] bool isOver() const
    {
        return stop.stop_requested()
            || (trouble
                && (trouble->kind == ErrorKind::Cancelled || trouble->kind == ErrorKind::TooLarge
                    || trouble->kind == ErrorKind::Unsupported || trouble->kind == ErrorKind::Timeout));
    }
    [[nodiscard]] TransferStats stats() const
    {
        TransferStats sum = closed;
        for (const std::weak_ptr<RangedReader>& each : living) {
            if (const auto reader = each.lock()) {
                sum.bytesFetched += reader->stats().bytesFetched;
                sum.requests += reader->stats().requests;
            }
        }
        return sum;
    }

    Http& http;
    QUrl url;
    std::stop_token stop;
    MediaInputOptions options;
    QElapsedTimer age;
    std::optional<Error> trouble; // the first
    int parts = 0;
    bool playlist = false;
    std::optional<HlsSummary> summary;
    AvLog log;
    TransferStats closed; // of readers that are gone
    std::vector<std::weak_ptr<RangedReader>> living;
    std::deque<std::shared_ptr<RangedReader>> readers; // the last ones
    std::unique_ptr<MediaPart> file;
    FormatPtr context;
};

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
    const bool allowed = first || options.allowPrivateHosts ? isPlayableUrl(part) : mayFetch(part, url);
    if (!allowed)
        return fail(refusedError(part));
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
    *io = (*part)->open([this](const Error& error) { note(error); });
    if (!*io)
        return -ENOMEM;
    part->release(); // until io_close2
    return 0;
}

Result<void> MediaInput::Private::open()
{
    auto first = partOf(url, {}, true);
    if (!first)
        return fail(first.error());
    file = std::move(*first);
    context.reset(avformat_alloc_context());
    if (!context)
        return fail({ .kind = ErrorKind::TooLarge });
    context->pb = file->open([this](const Error& error) { note(error); });
    context->flags |= AVFMT_FLAG_CUSTOM_IO;
    context->opaque = this;
    context->io_open = [](AVFormatContext* from, AVIOContext** io, const char* address, int flags,
                           AVDictionary** given) {
        return flags & AVIO_FLAG_WRITE ? -EPERM : static_cast<Private*>(from->opaque)->openPart(io, address, given);
    };
    context->io_close2 = [](AVFormatContext*, AVIOContext* io) {
        delete MediaPart::of(io);
        return 0;
    };
    context->interrupt_callback = { [](void* self) { return static_cast<Private*>(self)->isOver() ? 1 : 0; }, this };
    if (options.probeBytes > 0)
        context->probesize = options.probeBytes;
    context->format_whitelist = av_strdup(knownFormats);
    context->protocol_whitelist = av_strdup("http,https,crypto");

    AVDictionary* settings = nullptr;
    // Keeping connections and trying again are Http's matter; what may be opened is decided here.
    for (const auto& [name, value] : { std::pair("http_persistent", "0"), std::pair("http_multiple", "0"),
             std::pair("allowed_extensions", "ALL"), std::pair("extension_picky", "0"),
             std::pair("live_start_index", "0"), std::pair("max_reload", "1"), std::pair("enable_drefs", "0") })
        av_dict_set(&settings, name, value, 0);
    const RangedReader& reader = *readerOf(url);
    const QByteArray address = reader.firstReply().finalUrl.toEncoded();
    AVFormatContext* raw = context.release(); // freed by libav if it fails
    int status = avformat_open_input(&raw, address.constData(), nullptr, &settings);
    av_dict_free(&settings);
    context.reset(raw);
    if (status >= 0 && options.streamInfo)
        status = avformat_find_stream_info(raw, nullptr);
    if (status >= 0 && !isOver())
        return {};
    return fail(Error { .code = avErrorText(status) });
}

MediaInput::MediaInput(std::unique_ptr<Private> made)
    : d(std::move(made))
{
}

MediaInput::~MediaInput()
{
    const AvLog::Here here(d->log);
    d.reset();
}

Result<std::unique_ptr<MediaInput>> MediaInput::open(
    Http& http, const QUrl& url, std::stop_token stop, const MediaInputOptions& options)
{
    std::unique_ptr<MediaInput> input(new MediaInput(std::make_unique<Private>(http, url, std::move(stop), options)));
    const AvLog::Here here(input->d->log);
    if (const auto opened = input->d->open(); !opened)
        return fail(opened.error().message.isEmpty() ? input->lastError(AVERROR_INVALIDDATA) : opened.error());
    return input;
}

AVFormatContext* MediaInput::context()
{
    return d->context.get();
}

TransferStats MediaInput::stats() const
{
    return d->stats();
}

bool MediaInput::isPlaylist() const
{
    return d->playlist;
}

HlsSummary MediaInput::playlist() const
{
    return d->summary.value_or(HlsSummary());
}

Error MediaInput::lastError(int averror) const
{
    if (d->trouble)
        return *d->trouble;
    if (d->stop.stop_requested())
        return { .kind = ErrorKind::Cancelled, .message = InputText::tr("The check was stopped.") };
    return { .kind = ErrorKind::Media,
        .code = avErrorText(averror),
        .message = InputText::tr("This is no media file that can be read, or it is damaged."),
        .advice = InputText::tr("Ask for this rendition to be made again."),
        .host = hostAndPort(d->url) };
}

} // namespace proofreel
