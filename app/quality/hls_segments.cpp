// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/hls_segments.h"

#include "frames/segment_media.h"
#include "media/range_reply.h"
#include "media/reply_trouble.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace proofreel {

namespace {

struct HlsText {
    Q_DECLARE_TR_FUNCTIONS(Hls)
};

constexpr int atOnce = 4;
constexpr qsizetype mostSections = 16;
constexpr int mostSilent = 6; // then a server is left alone
constexpr qint64 headBytes = 256 * 1024; // holds the first packets of picture and sound
constexpr qint64 maxSegmentBytes = 64LL * 1024 * 1024;
constexpr double clockWrapMs = 8'589'934'592.0 / 90; // MPEG-TS counts 33 bits at 90 kHz
constexpr double leastJumpMs = 100;

} // namespace

Fetch HlsSegments::like() const
{
    return { .namedBy = m_base, .allowPrivateHosts = m_options.allowPrivateHosts, .deadline = m_options.deadline };
}

Fetch HlsSegments::request(const Playlist::Segment& segment, bool isFirst) const
{
    Fetch what = like();
    what.url = segment.url;
    if (m_options.deep) {
        what.deadline *= 6;
        what.maxBytes = maxSegmentBytes;
        if (segment.range) {
            what.offset = segment.range->offset;
            what.count = segment.range->length;
        }
        return what;
    }
    what.offset = segment.range ? segment.range->offset : 0;
    if (isFirst)
        what.count = segment.range ? std::min(headBytes, segment.range->length) : headBytes;
    return what;
}

void HlsSegments::measure(
    HlsPlaylist& facts, const Playlist& list, const QUrl& base, const std::function<void(double)>& progress)
{
    m_base = base;
    m_sections.clear();
    m_silent = 0;
    const auto count = int(std::min<qsizetype>(list.segments.size(), std::max(m_options.maxSegments, 0)));
    facts.segmentsCutOff = count < list.segments.size();
    for (int i = 0; i < count; ++i) {
        const Playlist::Segment& segment = list.segments[i];
        facts.segments.append({ .startMs = segment.startMs,
            .declaredMs = segment.durationMs,
            .afterDiscontinuity = segment.afterDiscontinuity });
    }
    m_times = QList<Times>(count);
    if (const auto error = m_keys.get(list, count, like())) {
        facts.keyTrouble = error->message;
        if (error->kind == ErrorKind::Unsupported)
            m_refused = *error;
    }

    // Our own way to stop, for a server that never answers.
    std::stop_source enough;
    const std::stop_callback passOn(m_stop, [&enough] { enough.request_stop(); });
    int done = 0;
    fetchAll(
        m_http, count, atOnce, [&](int i) { return request(list.segments[i], i == 0); },
        [&](int i, const Result<HttpResponse>& reply) {
            take(facts, list, i, reply);
            if (m_silent >= mostSilent)
                enough.request_stop();
            if (progress)
                progress(double(++done) / count);
        },
        enough.get_token(), m_stats);
    if (enough.stop_requested())
        facts.segmentsCutOff = true;
    for (int i = 0; i < count && m_sections.size() < mostSections && !facts.segmentsCutOff && !m_unanswered; ++i)
        (void)section(facts, list, list.segments[i].section);
    compareTimes(facts);
}

void HlsSegments::take(HlsPlaylist& facts, const Playlist& list, int index, const Result<HttpResponse>& reply)
{
    HlsSegment& segment = facts.segments[index];
    const Playlist::Segment& declared = list.segments[index];
    if (!reply) {
        if (reply.error().kind == ErrorKind::Cancelled)
            return; // it was not tried, or in vain
        blame(segment, reply.error());
        m_silent += segment.unanswered;
        if (reply.error().kind == ErrorKind::Unsupported)
            m_refused = reply.error();
        return;
    }
    segment.status = reply->status;
    if (const auto trouble = rangeTrouble(*reply, declared.url)) {
        blame(segment, *trouble);
        return;
    }
    if (declared.range && declared.range->offset > 0 && reply->status != 206) {
        segment.trouble = HlsText::tr("The server ignores Range, and hands out another part than the playlist means.");
        return;
    }
    segment.bytes =
        declared.range ? declared.range->length : wholeLength(*reply).value_or(m_options.deep ? reply->body.size() : 0);
    if (m_options.deep)
        keep(request(declared, false), reply->body);
    if (m_options.deep || index == 0)
        read(facts, list, index, reply->body);
}

void HlsSegments::keep(const Fetch& what, const QByteArray& bytes)
{
    if (m_options.keep && m_keeping && (!what.offset || bytes.size() == what.count))
        m_options.keep->keep(what.url, what.offset.value_or(0), bytes);
}

void HlsSegments::blame(HlsSegment& segment, const Error& error)
{
    segment.trouble = error.message;
    segment.unanswered = isUnanswered(error);
    if (segment.unanswered && !m_unanswered)
        m_unanswered = error;
}

Result<QByteArray> HlsSegments::section(HlsPlaylist& facts, const Playlist& list, int index)
{
    if (index < 0)
        return QByteArray();
    if (const auto found = m_sections.constFind(index); found != m_sections.constEnd())
        return *found;
    Fetch what = like();
    what.url = list.sections[index].url;
    if (const auto& range = list.sections[index].range) {
        what.offset = range->offset;
        what.count = range->length;
    }
    const auto reply = fetch(m_http, what, m_stop, m_stats);
    Result<QByteArray> bytes = reply ? Result<QByteArray>(reply->body) : fail(reply.error());
    if (auto trouble = reply ? replyTrouble(*reply, what.url) : std::nullopt)
        bytes = fail(*std::move(trouble));
    if (bytes && m_options.deep)
        keep(what, *bytes);
    if (bytes) {
        facts.sectionBytes += bytes->size();
        bytes = m_keys.openSection(list, index, *bytes);
    }
    m_sections.insert(index, bytes);
    return bytes;
}

void HlsSegments::read(HlsPlaylist& facts, const Playlist& list, int index, const QByteArray& bytes)
{
    HlsSegment& segment = facts.segments[index];
    const auto clear = m_keys.open(list, index, bytes, m_options.deep);
    if (!clear) {
        // Without a key nothing can be said of it.
        if (clear.error().kind == ErrorKind::Media && m_options.deep && facts.keyTrouble.isEmpty())
            segment.trouble = clear.error().message;
        return;
    }
    const auto head = section(facts, list, list.segments[index].section);
    if (!head) {
        blame(segment, head.error());
        return;
    }
    const auto media = readSegment(*head + *clear, m_options.deep);
    if (!media) {
        // A beginning may be too short to be read.
        if (m_options.deep)
            segment.trouble = media.error().message;
        return;
    }
    if (facts.codecs.isEmpty())
        facts.codecs = media->codecs;
    if (facts.languages.isEmpty())
        facts.languages = media->languages;
    if (facts.resolution.isEmpty() && !media->size.isEmpty())
        facts.resolution = QStringLiteral("%1x%2").arg(media->size.width()).arg(media->size.height());
    if (!m_options.deep)
        return;
    segment.startsWithKeyFrame = media->startsWithKeyFrame;
    if (media->startMs && media->endMs)
        segment.measuredMs = *media->endMs - *media->startMs;
    if (media->absoluteTimes)
        m_times[index] = { media->startMs, media->endMs, media->frameMs.value_or(0) };
}

void HlsSegments::compareTimes(HlsPlaylist& facts) const
{
    for (qsizetype i = 1; i < m_times.size(); ++i) {
        const Times &before = m_times[i - 1], &now = m_times[i];
        if (!before.endMs || !now.startMs || facts.segments[i].afterDiscontinuity)
            continue;
        const double gap = std::abs(std::remainder(*now.startMs - *before.endMs, clockWrapMs));
        facts.segments[i].timeJumps = gap > std::max(leastJumpMs, 2 * now.frameMs);
    }
}

} // namespace proofreel
