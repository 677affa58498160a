// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/hls_keys.h"

#include "core/network_error.h"
#include "media/aes128.h"
#include "media/reply_trouble.h"

#include <QCoreApplication>
#include <QtEndian>

#include <algorithm>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

struct HlsText {
    Q_DECLARE_TR_FUNCTIONS(Hls)
};

constexpr int maxKeys = 16;
constexpr int keyBytes = 16;

// Its URL gives the bytes of the key itself, not a licence.
bool isPlainKey(const Playlist::Key& key)
{
    return key.format.isEmpty() || key.format == "identity"_L1;
}

Result<QByteArray> keyOf(const Result<HttpResponse>& reply, const QUrl& url)
{
    if (!reply)
        return fail(reply.error());
    if (reply->body.size() == keyBytes && reply->status == 200)
        return reply->body;
    if (auto trouble = replyTrouble(*reply, url))
        return fail(*std::move(trouble));
    return fail({ .kind = ErrorKind::Protocol,
        .message = HlsText::tr("The key has %n byte(s) in place of 16.", nullptr, int(reply->body.size())),
        .advice = HlsText::tr("Check the key service."),
        .host = hostAndPort(url),
        .httpStatus = reply->status });
}

} // namespace

std::optional<Error> HlsKeys::get(const Playlist& list, qsizetype segments, const Fetch& like)
{
    QList<int> needed; // places in list.keys
    for (qsizetype i = 0; i < std::min(segments, list.segments.size()); ++i) {
        const Playlist::Segment& segment = list.segments[i];
        needed += segment.key;
        if (segment.section >= 0)
            needed += list.sections[segment.section].key;
    }
    std::optional<Error> first;
    for (const int index : std::as_const(needed)) {
        if (index < 0 || !isPlainKey(list.keys[index]))
            continue;
        const QUrl& url = list.keys[index].url;
        if (m_keys.contains(url) || m_keys.size() >= maxKeys)
            continue;
        Fetch what = like;
        what.url = url;
        what.maxBytes = 1024;
        const auto key = keyOf(fetch(m_http, what, m_stop, m_stats), url);
        m_keys.insert(url, key.value_or(QByteArray()));
        if (!key && !first)
            first = key.error();
    }
    return first;
}

Result<QByteArray> HlsKeys::open(const Playlist& list, qsizetype index, const QByteArray& bytes, bool whole) const
{
    const int key = list.segments[index].key;
    return key < 0 ? bytes : openWith(list.keys[key], list.mediaSequence + index, bytes, whole);
}

Result<QByteArray> HlsKeys::openSection(const Playlist& list, qsizetype index, const QByteArray& bytes) const
{
    const int key = list.sections[index].key;
    return key < 0 ? bytes : openWith(list.keys[key], list.mediaSequence, bytes, true);
}

Result<QByteArray> HlsKeys::openWith(const Playlist::Key& key, qint64 number, const QByteArray& bytes, bool whole) const
{
    if (key.method != "AES-128"_L1 || !isPlainKey(key))
        return fail({ .kind = ErrorKind::Unsupported,
            .code = key.method,
            .message = HlsText::tr("It is encrypted with %1, which is not opened here.").arg(key.method.left(40)) });
    QByteArray iv = key.iv;
    if (iv.isEmpty()) {
        iv.fill('\0', keyBytes);
        qToBigEndian(number, iv.data() + 8);
    }
    auto aes = Aes128::open(m_keys.value(key.url), iv);
    auto clear = aes ? aes->add(bytes) : std::nullopt;
    const auto last = clear && whole ? aes->finish() : QByteArray();
    if (clear && last)
        return *clear += *last;
    return fail(
        { .kind = ErrorKind::Media, .message = HlsText::tr("The key does not open it, or its end is missing.") });
}

} // namespace proofreel
