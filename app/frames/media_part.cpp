// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frames/media_part.h"

#include "core/network_error.h"
#include "frames/av_types.h"

#include <QCoreApplication>

#include <algorithm>

namespace proofreel {

namespace {

struct InputText {
    Q_DECLARE_TR_FUNCTIONS(MediaInput)
};

constexpr int bufferSize = 64 * 1024;

} // namespace

MediaPart::MediaPart(std::shared_ptr<RangedReader> reader, Window window)
    : m_reader(std::move(reader))
    , m_window(window)
{
}

MediaPart::MediaPart(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
}

MediaPart::~MediaPart()
{
    if (m_io) {
        av_freep(&m_io->buffer);
        avio_context_free(&m_io);
    }
}

bool MediaPart::decryptWith(const QByteArray& key, const QByteArray& iv)
{
    m_aes = Aes128::open(key, iv);
    return m_aes.has_value();
}

AVIOContext* MediaPart::open(
    IndexBudget& budget, std::function<void(const Error&)> onTrouble, std::function<bool()> isOver)
{
    m_budget = &budget;
    m_watch.emplace(budget);
    m_onTrouble = std::move(onTrouble);
    m_isOver = std::move(isOver);
    auto* buffer = static_cast<unsigned char*>(av_malloc(bufferSize));
    m_io = buffer ? avio_alloc_context(buffer, bufferSize, 0, this, &readPacket, nullptr, m_aes ? nullptr : &seek)
                  : nullptr;
    if (!m_io)
        av_free(buffer);
    return m_io;
}

MediaPart* MediaPart::of(AVIOContext* io)
{
    return static_cast<MediaPart*>(io->opaque);
}

int MediaPart::readPacket(void* self, uint8_t* buffer, int size)
{
    auto* part = static_cast<MediaPart*>(self);
    if (part->m_isOver()) // what is in memory, or in the reader's, asks nobody
        return AVERROR_EXIT;
    auto* bytes = reinterpret_cast<char*>(buffer);
    const qint64 at = part->m_aes ? part->m_decrypted : part->m_at;
    const auto count = part->m_aes ? part->readDecrypted(bytes, size) : part->readPlain(bytes, size);
    if (!count) {
        part->m_onTrouble(count.error());
        return AVERROR_EXIT;
    }
    part->m_watch->take(at, bytes, *count);
    if (const auto excess = part->m_budget->excess()) {
        part->m_onTrouble(*excess);
        return AVERROR_EXIT;
    }
    return *count > 0 ? static_cast<int>(*count) : EndOfFile;
}

int64_t MediaPart::seek(void* self, int64_t offset, int whence)
{
    auto* part = static_cast<MediaPart*>(self);
    const auto size = part->size();
    if (!size)
        return AVERROR_EXIT;
    switch (whence & ~AVSEEK_FORCE) {
    case AVSEEK_SIZE:
        return *size;
    case SEEK_SET:
        break;
    case SEEK_CUR:
        offset += part->m_at;
        break;
    case SEEK_END:
        offset += *size;
        break;
    default:
        return -EINVAL;
    }
    if (offset < 0)
        return -EINVAL;
    part->m_at = offset;
    return offset;
}

Result<qint64> MediaPart::size()
{
    if (!m_reader)
        return m_bytes.size();
    const auto whole = m_reader->size();
    if (!whole)
        return whole;
    const qint64 end = m_window.end < 0 ? *whole : std::min(m_window.end, *whole);
    return std::max<qint64>(end - m_window.begin, 0);
}

Result<qint64> MediaPart::readPlain(char* buffer, qint64 length)
{
    const auto all = size();
    if (!all)
        return all;
    const qint64 wanted = std::min(length, *all - m_at);
    if (wanted <= 0)
        return 0;
    Result<qint64> count = wanted;
    if (m_reader)
        count = m_reader->read(m_window.begin + m_at, buffer, wanted);
    else
        std::copy_n(m_bytes.constData() + m_at, wanted, buffer);
    if (count)
        m_at += *count;
    return count;
}

Result<qint64> MediaPart::readDecrypted(char* buffer, qint64 length)
{
    while (m_clear.isEmpty() && !m_ended) { // libavformat may ask again behind the end
        QByteArray bytes(bufferSize, Qt::Uninitialized);
        const auto count = readPlain(bytes.data(), bytes.size());
        if (!count)
            return count;
        bytes.truncate(*count);
        m_ended = *count == 0;
        auto clear = m_ended ? m_aes->finish() : m_aes->add(bytes);
        if (!clear)
            return fail({ .kind = ErrorKind::Media,
                .message = InputText::tr("An encrypted part of this stream cannot be decrypted with its key."),
                .advice = InputText::tr("Ask for this rendition to be made again."),
                .host = hostAndPort(m_reader ? m_reader->url() : QUrl()) });
        m_clear = *std::move(clear);
    }
    const qint64 count = std::min<qint64>(length, m_clear.size());
    std::copy_n(m_clear.constData(), count, buffer);
    m_clear.remove(0, count);
    m_decrypted += count;
    return count;
}

} // namespace proofreel
