// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Measuring one rendition after the other, with links that may expire before their turn comes or in the middle.

#include "quality/asset_check_run.h"
#include "quality/link_expiry.h"

#include <QUrl>

#include <utility>

namespace proofreel {

void AssetCheck::Run::post(qsizetype index)
{
    const Stream& stream = m_streams.at(index);
    if (!isWanted(stream.key))
        return;
    const auto progress = [gate = m_gate, key = stream.key.toString(), last = -1](double part) mutable {
        const int percent = int(part * 100); // the GUI thread need not hear of each packet
        if (std::exchange(last, percent) == percent)
            return;
        tell(*gate, [key, part](Run& run) {
            if (run.m_events.progress)
                run.m_events.progress(key, part);
        });
    };
    MeasureOptions options = m_options.measure;
    const PolicySettings settings = m_policy.settingsFor(m_sheet.media);
    options.limit = { .least = std::chrono::milliseconds(qRound64(settings.deepLeastMs)),
        .timesLength = settings.deepTimes };
    options.renewsReference = isReferenceAsked() && !stream.wasRepeated;
    // One that is repeated has waited for its turn already: behind all others its new link would expire as well.
    m_owner.m_pool.run(
        QUrl(m_links->last().infos.at(index).playUrl).host(),
        [measure = m_measure, gate = m_gate, stop = m_stop.get_token(), mediaId = m_mediaId, key = stream.key,
            links = m_links, reference = m_options.reference, options, progress, index] {
            if (stop.stop_requested())
                return;
            const Answer answer = links->last();
            const StreamSheet sheet = measure(
                mediaId, key, answer.infos.at(index), withReference(options, reference, answer, index), stop, progress);
            tell(*gate, [index, number = answer.number, sheet](Run& run) { run.measured(index, number, sheet); });
        },
        stream.wasRepeated ? HostPool::Turn::Next : HostPool::Turn::Last);
}

void AssetCheck::Run::measured(qsizetype index, int answer, const StreamSheet& sheet)
{
    Stream& stream = m_streams[index];
    if (!linkExpired(sheet) || stream.wasRepeated) {
        settle(index, sheet);
        return;
    }
    stream.wasRepeated = true;
    if (m_links->last().number != answer) { // renewed for another one meanwhile
        post(index);
        return;
    }
    stream.expired = sheet;
    m_waiting << index;
    if (!m_call)
        ask();
}

void AssetCheck::Run::renewed(const Result<PlayInfoReply>& reply)
{
    if (!reply) {
        goOn();
        return;
    }
    Answer links = m_links->last();
    const QList<StreamKey> keys = StreamKey::ofAll(m_mediaId, reply->playInfoList);
    for (qsizetype i = 0; i < m_streams.size(); ++i) {
        m_streams[i].isGone = !keys.contains(m_streams.at(i).key);
        if (!m_streams.at(i).isGone)
            links.infos[i] = reply->playInfoList.at(keys.indexOf(m_streams.at(i).key));
    }
    links.number = m_answers;
    if (isSourceAsked()) {
        askSource(std::move(links), [this] { goOn(); });
    } else {
        m_links->take(std::move(links));
        goOn();
    }
}

// With new links, as far as there are any. Without one, what the expired link has shown stands, unless it may have been
// the reference's.
void AssetCheck::Run::goOn()
{
    const QList<qsizetype> waiting = std::exchange(m_waiting, {});
    for (const qsizetype index : waiting) {
        if (m_isStopped)
            return;
        const Stream& stream = m_streams.at(index);
        if ((m_links->last().number == m_answers && !stream.isGone) || isReferenceAsked())
            post(index);
        else
            settle(index, stream.expired);
    }
}

} // namespace proofreel
