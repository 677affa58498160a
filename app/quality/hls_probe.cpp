// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/hls_probe.h"

#include "core/one_line.h"
#include "frames/hls_text.h"
#include "media/fetch.h"
#include "media/playlist.h"
#include "media/reply_trouble.h"
#include "quality/hls_bandwidth.h"
#include "quality/hls_segments.h"

#include <QCoreApplication>

#include <algorithm>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

struct HlsText {
    Q_DECLARE_TR_FUNCTIONS(Hls)
};

constexpr qsizetype maxPlaylists = 32;

struct Fetched {
    Playlist list;
    QUrl base;
};

// A playlist that a master names.
struct Named {
    HlsPlaylist facts;
    QString audioGroup; // that a variant plays with, or that a rendition belongs to
    bool isVariant = false;
};

class Prober {
public:
    Prober(Http& http, const HlsProbeOptions& options, std::stop_token stop, TransferStats& stats,
        const std::function<void(double)>& progress)
        : m_http(http)
        , m_options(options)
        , m_stop(stop)
        , m_stats(stats)
        , m_segments(http, options, std::move(stop), stats)
        , m_progress(progress)
    {
    }

    HlsFacts run(const QUrl& url)
    {
        const auto first = m_options.reader ? readFrom(*m_options.reader) : get(url, {});
        if (!first) {
            m_facts.trouble = first.error().message;
            noteRefused(first.error());
            return m_facts;
        }
        m_facts.master = !first->list.variants.isEmpty();
        if (!m_facts.master) {
            HlsPlaylist facts { .name = url.fileName().left(200), .url = url };
            facts.isPlayed = true;
            measure(facts, *first);
            m_facts.playlists.append(facts);
        } else {
            readMaster(*first);
        }
        if (m_facts.refused.isEmpty() && m_segments.refused()) {
            m_facts.refused = m_segments.refused()->message;
            m_facts.refusedHost = hostOf(*m_segments.refused());
        }
        if (!m_facts.unanswered)
            m_facts.unanswered = m_segments.unanswered();
        return m_facts;
    }

private:
    [[nodiscard]] Result<Fetched> get(const QUrl& url, const QUrl& namedBy)
    {
        const auto reply = fetch(m_http,
            { .url = url,
                .namedBy = namedBy,
                .allowPrivateHosts = m_options.allowPrivateHosts,
                .deadline = m_options.deadline },
            m_stop, m_stats);
        if (!reply)
            return fail(reply.error());
        if (auto trouble = replyTrouble(*reply, url))
            return fail(*std::move(trouble));
        auto list = parsePlaylist(reply->body, reply->finalUrl);
        if (!list)
            return fail(list.error());
        return Fetched { *std::move(list), reply->finalUrl };
    }

    [[nodiscard]] static Result<Fetched> readFrom(RangedReader& reader)
    {
        const auto text = readPlaylist(reader);
        if (!text)
            return fail(text.error());
        const QUrl base = reader.firstReply().finalUrl;
        auto list = parsePlaylist(*text, base);
        if (!list)
            return fail(list.error());
        return Fetched { *std::move(list), base };
    }

    // Of what may not be fetched, the words or the scheme.
    void noteRefused(const Error& error)
    {
        if (error.kind != ErrorKind::Unsupported || !m_facts.refused.isEmpty())
            return;
        m_facts.refused = error.code.isEmpty() ? error.message : error.code.left(40) + u':';
        m_facts.refusedHost = hostOf(error);
    }
    // An address that a person may allow has a host and no scheme to blame.
    [[nodiscard]] static QString hostOf(const Error& error)
    {
        return error.code.isEmpty() ? QUrl(u"http://"_s + error.host).host() : QString();
    }

    void measure(HlsPlaylist& facts, const Fetched& fetched)
    {
        facts.targetDurationMs = fetched.list.targetDurationMs;
        facts.ended = fetched.list.ended;
        if (fetched.list.segments.isEmpty()) {
            facts.trouble = HlsText::tr("The playlist names no segments.");
            return;
        }
        m_segments.measure(facts, fetched.list, fetched.base, [this](double part) {
            if (m_progress)
                m_progress((m_done + part) / double(m_count));
        });
        measureBandwidth(facts);
    }

    void readMaster(const Fetched& master)
    {
        QList<Named> all = namedBy(master.list);
        markPlayed(all, master.list);
        m_count = std::max<qsizetype>(all.size(), 1);
        for (Named& named : all) {
            m_segments.setKeeping(named.facts.isPlayed);
            const auto fetched =
                m_stop.stop_requested() ? fail({ .kind = ErrorKind::Cancelled }) : get(named.facts.url, master.base);
            if (!fetched) {
                const Error& error = fetched.error();
                named.facts.trouble = error.message;
                named.facts.unanswered = isUnanswered(error);
                if (named.facts.unanswered && !m_facts.unanswered)
                    m_facts.unanswered = error;
                noteRefused(error);
            } else if (!fetched->list.variants.isEmpty()) {
                named.facts.trouble = HlsText::tr("The playlist leads to a playlist of playlists, again.");
            } else {
                measure(named.facts, *fetched);
            }
            ++m_done;
        }
        addSound(all);
        for (const Named& named : all)
            m_facts.playlists.append(named.facts);
    }

    // Of a master MediaInput opens the best variant and its first sound.
    void markPlayed(QList<Named>& all, const Playlist& master)
    {
        const auto best = std::max_element(master.variants.cbegin(), master.variants.cend(),
            [](const auto& a, const auto& b) { return a.bandwidth < b.bandwidth; });
        bool hasSound = best->audioGroup.isEmpty();
        for (Named& named : all) {
            const bool isSound = !hasSound && !named.isVariant && named.audioGroup == best->audioGroup;
            named.facts.isPlayed = isSound || (named.isVariant && named.facts.url == best->url);
            hasSound |= isSound;
        }
        const bool isTtml = best->codecs.contains("stpp"_L1);
        for (const Playlist::Rendition& rendition : master.renditions) {
            if (rendition.type == "SUBTITLES"_L1 && !best->subtitleGroup.isEmpty()
                && rendition.group == best->subtitleGroup && m_facts.subtitles.size() < maxPlaylists)
                m_facts.subtitles.append(
                    { .codec = isTtml ? u"ttml"_s : u"webvtt"_s, .language = oneLine(rendition.language, 40) });
        }
    }

    static HlsPlaylist soundOf(const Playlist::Rendition& rendition)
    {
        HlsPlaylist facts { .name = rendition.url.fileName().left(200), .url = rendition.url };
        if (!rendition.language.isEmpty())
            facts.languages += oneLine(rendition.language, 40);
        return facts;
    }

    // Each playlist once, whatever the master says how often.
    static QList<Named> namedBy(const Playlist& master)
    {
        QList<Named> all;
        const auto add = [&all](Named named) {
            const bool isThere = std::any_of(
                all.begin(), all.end(), [&](const Named& other) { return other.facts.url == named.facts.url; });
            if (!isThere && all.size() < maxPlaylists)
                all.append(std::move(named));
        };
        for (const Playlist::Variant& variant : master.variants) {
            HlsPlaylist facts { .url = variant.url, .declaredCodecs = variant.codecs };
            QStringList name;
            if (!variant.resolution.isEmpty())
                facts.declaredResolution = u"%1x%2"_s.arg(variant.resolution.width()).arg(variant.resolution.height());
            if (variant.bandwidth > 0)
                facts.declaredBandwidthKbps = double(variant.bandwidth) / 1000;
            if (variant.averageBandwidth > 0)
                facts.declaredAverageKbps = double(variant.averageBandwidth) / 1000;
            if (!facts.declaredResolution.isEmpty())
                name += facts.declaredResolution;
            if (facts.declaredBandwidthKbps)
                name += u"%1 kbit/s"_s.arg(qRound64(*facts.declaredBandwidthKbps));
            facts.name = name.isEmpty() ? variant.url.fileName().left(200) : name.join(u' ');
            add({ .facts = facts, .audioGroup = variant.audioGroup, .isVariant = true });
        }
        for (const Playlist::Rendition& rendition : master.renditions)
            if (rendition.type == "AUDIO"_L1 && !rendition.url.isEmpty())
                add({ .facts = soundOf(rendition), .audioGroup = rendition.group });
        return all;
    }

    // RFC 8216 4.3.4.2: BANDWIDTH is of the variant with the most demanding sound that it may be played with.
    static void addSound(QList<Named>& all)
    {
        for (Named& variant : all) {
            if (!variant.isVariant || variant.audioGroup.isEmpty() || !variant.facts.peakKbps)
                continue;
            double peak = 0, average = 0;
            for (const Named& sound : all) {
                if (sound.isVariant || sound.audioGroup != variant.audioGroup)
                    continue;
                peak = std::max(peak, sound.facts.peakKbps.value_or(0));
                average = std::max(average, sound.facts.averageKbps.value_or(0));
            }
            *variant.facts.peakKbps += peak;
            *variant.facts.averageKbps += average;
        }
    }

    Http& m_http;
    HlsProbeOptions m_options;
    std::stop_token m_stop;
    TransferStats& m_stats;
    HlsSegments m_segments;
    const std::function<void(double)>& m_progress;
    HlsFacts m_facts;
    qsizetype m_count = 1;
    double m_done = 0;
};

} // namespace

HlsFacts probeHls(Http& http, const QUrl& url, const HlsProbeOptions& options, std::stop_token stop,
    TransferStats& stats, const std::function<void(double)>& progress)
{
    return Prober(http, options, std::move(stop), stats, progress).run(url);
}

} // namespace proofreel
