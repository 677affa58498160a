// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/asset_check_run.h"

#include "quality/evidence_pictures.h"
#include "quality/silent_hosts.h"
#include "streams/media_state.h"

#include <QPointer>

#include <algorithm>

namespace proofreel {

namespace {

//! Why there is nothing to measure yet, or at all.
std::optional<Error> notReady(const PlayInfoReply& reply)
{
    const MediaState state = mediaStateOf(reply);
    if (state == MediaState::Ready)
        return std::nullopt;
    const MediaStateText text = mediaStateText(state);
    return Error { .kind = ErrorKind::Media,
        .code = reply.mediaBase.status,
        .message = text.title,
        .advice = text.text,
        .requestId = reply.info.requestId,
        .host = reply.info.host };
}

} // namespace

AssetCheck::Run::Run(
    AssetCheck& owner, quint64 number, QString mediaId, CheckOptions options, Policy policy, Events events)
    : m_owner(owner)
    , m_number(number)
    , m_mediaId(std::move(mediaId))
    , m_options(std::move(options))
    , m_measure(sparingSilentHosts(owner.m_measure))
    , m_policy(std::move(policy))
    , m_events(std::move(events))
    , m_gate(std::make_shared<Gate<Run>>(this))
{
    m_sheet.mediaId = m_mediaId;
    m_sheet.authTimeout = m_options.authTimeout;
}

AssetCheck::Run::~Run()
{
    stop();
}

void AssetCheck::Run::stop()
{
    m_isStopped = true;
    m_gate->close();
    m_stop.request_stop();
    m_call.abort();
    m_events = {};
}

void AssetCheck::Run::ask()
{
    const PlayInfoQuery query { .mediaId = m_mediaId, .authTimeout = m_options.authTimeout };
    m_call = m_owner.m_client.getPlayInfo(query, this, [this](const Result<PlayInfoReply>& reply) {
        m_call = {};
        if (++m_answers == 1)
            answered(reply);
        else
            renewed(reply);
    });
}

void AssetCheck::Run::answered(const Result<PlayInfoReply>& reply)
{
    if (!reply) {
        m_sheet.error = reply.error();
        judgeAll();
        return;
    }
    m_sheet.media = reply->mediaBase;
    m_sheet.requestedAt = reply->info.requestedAt;
    m_sheet.error = notReady(*reply);
    if (!m_sheet.error) {
        const QList<StreamKey> keys = StreamKey::ofAll(m_mediaId, reply->playInfoList);
        for (qsizetype i = 0; i < keys.size(); ++i) {
            m_streams.append({ .key = keys.at(i), .expired = {} });
            m_sheet.streams.append(toldSheet(keys.at(i), reply->playInfoList.at(i)));
        }
    }
    m_left = std::count_if(
        m_streams.cbegin(), m_streams.cend(), [this](const Stream& stream) { return isWanted(stream.key); });
    if (m_events.answered)
        m_events.answered(m_sheet);
    if (m_isStopped)
        return;
    const Answer links { .infos = reply->playInfoList, .source = {}, .number = m_answers };
    if (m_left > 0 && isSourceAsked()) {
        askSource(links, [this] { postAll(); });
    } else {
        m_links->take(links);
        postAll();
    }
}

void AssetCheck::Run::postAll()
{
    for (qsizetype i = 0; i < m_streams.size() && !m_isStopped; ++i)
        post(i);
    if (m_left == 0 && !m_isStopped)
        judgeAll();
}

bool AssetCheck::Run::isWanted(const StreamKey& key) const
{
    return m_options.only.isEmpty() || m_options.only.contains(key.toString());
}

void AssetCheck::Run::settle(qsizetype index, const StreamSheet& sheet)
{
    m_sheet.streams[index] = sheet;
    if (m_events.measured)
        m_events.measured(sheet);
    if (--m_left == 0 && !m_isStopped)
        judgeAll();
}

void AssetCheck::Run::judgeAll()
{
    m_owner.m_pool.run({},
        [gate = m_gate, sheet = m_sheet, policy = m_policy, keep = m_events.keep, measure = m_options.measure,
            takePictures = m_owner.m_takePictures, stop = m_stop.get_token()] {
            // The life of links counts from when they were given out: measuring may take longer than they last.
            const QDateTime at = sheet.requestedAt.isValid() ? sheet.requestedAt : QDateTime::currentDateTimeUtc();
            AssetResult result { .sheet = sheet, .judgement = judge(sheet, policy, at), .thumbnails = {} };
            if (measure.deep && takePictures)
                takePictures(result, stop, measure.allowPrivateHosts);
            if (keep)
                keep(result);
            tell(*gate, [result](Run& run) { run.end(result); });
        });
}

void AssetCheck::Run::end(AssetResult result)
{
    const auto done = std::exchange(m_events.done, nullptr);
    m_owner.drop(m_number);
    if (done)
        done(std::move(result));
}

MeasureStream measuringWith(Http& http)
{
    return [&http](const QString& mediaId, const StreamKey& key, const PlayInfo& info, const MeasureOptions& options,
               std::stop_token stop, const std::function<void(double)>& progress) {
        return measureStream(http, mediaId, key, info, options, std::move(stop), progress);
    };
}

TakePictures picturesWith(Http& http)
{
    return [&http](AssetResult& result, const std::stop_token& stop, const PrivateHosts& allowPrivateHosts) {
        takeEvidence(http, result, stop, allowPrivateHosts);
    };
}

AssetCheck::AssetCheck(
    Client& client, HostPool& pool, MeasureStream measure, TakePictures takePictures, QObject* parent)
    : QObject(parent)
    , m_client(client)
    , m_pool(pool)
    , m_measure(std::move(measure))
    , m_takePictures(std::move(takePictures))
{
}

AssetCheck::~AssetCheck() = default;

CallHandle AssetCheck::check(const QString& mediaId, const CheckOptions& options, const Policy& policy, Events events)
{
    const quint64 number = ++m_last;
    auto& run = m_runs[number];
    run = std::make_unique<Run>(*this, number, mediaId, options, policy, std::move(events));
    run->start();
    return CallHandle([self = QPointer(this), number] {
        if (self)
            self->drop(number);
    });
}

void AssetCheck::drop(quint64 number)
{
    const auto found = m_runs.find(number);
    if (found == m_runs.end())
        return;
    found->second->stop();
    found->second.release()->deleteLater(); // it may be the one that calls
    m_runs.erase(found);
}

} // namespace proofreel
