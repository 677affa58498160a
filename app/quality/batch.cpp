// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/batch.h"

#include "ims/client.h"
#include "quality/host_pool.h"

#include <QSet>

#include <chrono>

namespace proofreel {

namespace {

constexpr int kMostTries = 3;
constexpr int kReplayAtOnce = 20; // results in memory

CallPacer::Time now()
{
    return std::chrono::steady_clock::now();
}

//! Nobody answered, or not for long: the asset itself may be fine.
bool isPassing(const std::optional<Error>& error)
{
    return error
        && (error->meansNoNetwork() || error->kind == ErrorKind::Throttled || error->kind == ErrorKind::Service);
}

//! All other assets would fail as well.
bool stopsAll(const std::optional<Error>& error)
{
    return error
        && (error->kind == ErrorKind::Credentials || error->kind == ErrorKind::Signature
            || error->kind == ErrorKind::ClockSkew || error->kind == ErrorKind::Keychain);
}

} // namespace

Batch::Batch(Client& client, HostPool& pool, AssetCheck& check, QObject* parent)
    : QObject(parent)
    , m_check(check)
    , m_pool(pool)
    , m_gate(std::make_shared<Gate<Batch>>(this))
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &Batch::pump);
    connect(&client, &Client::retrying, this, [this](const QString&, const Error& cause) {
        if (isPassing(cause))
            m_pacer.slowDown(now());
    });
}

Batch::~Batch()
{
    m_gate->close();
    for (auto& running : m_running)
        running.second.abort();
}

void Batch::start(const QStringList& mediaIds, const BatchOptions& options, std::shared_ptr<Journal> journal)
{
    m_options = options;
    m_journal = std::move(journal);
    m_pacer = CallPacer(options.callsPerSecond);
    QSet<QString> seen;
    for (const QString& id : mediaIds) {
        if (seen.contains(id))
            continue;
        seen.insert(id);
        (m_journal && m_journal->has(id) ? m_inJournal : m_queue).push_back(id);
    }
    m_summary.planned = seen.size();
    setState(State::Running);
    // Behind the caller's own work: its connections may come after this call.
    m_gate->post([](Batch& batch) { batch.replay(); });
}

void Batch::replay()
{
    if (m_state == State::Finished)
        return;
    if (m_inJournal.empty()) {
        pump();
        return;
    }
    const auto count = std::min(m_inJournal.size(), size_t(kReplayAtOnce));
    const QStringList ids(m_inJournal.begin(), m_inJournal.begin() + qsizetype(count));
    m_inJournal.erase(m_inJournal.begin(), m_inJournal.begin() + qsizetype(count));
    m_pool.run({}, [gate = m_gate, journal = m_journal, ids] {
        std::vector<Result<AssetResult>> results;
        for (const QString& id : ids)
            results.push_back(journal->read(id));
        gate->post([results = std::move(results)](Batch& batch) {
            for (const Result<AssetResult>& result : results) {
                if (batch.m_state == State::Finished)
                    return;
                if (!result) {
                    batch.finish(result.error());
                    return;
                }
                ++batch.m_resumed;
                batch.handOut(*result, true);
            }
            batch.replay();
        });
    });
}

void Batch::pump()
{
    if (m_state != State::Running || !m_inJournal.empty())
        return;
    while (!m_queue.empty() && m_running.size() < size_t(std::max(m_options.assetsAtOnce, 1))) {
        if (const auto wait = m_pacer.take(now()); wait.count() > 0) {
            m_next.start(wait);
            return;
        }
        const QString id = m_queue.front();
        m_queue.pop_front();
        startOne(id);
    }
    if (m_queue.empty() && m_running.empty())
        finish(std::nullopt);
}

void Batch::startOne(const QString& mediaId)
{
    const bool isLast = m_tries.value(mediaId) + 1 >= kMostTries;
    const auto notKept = std::make_shared<std::optional<Error>>();
    AssetCheck::Events events;
    if (m_journal)
        events.keep = [journal = m_journal, isLast, notKept](const AssetResult& result) {
            if (stopsAll(result.sheet.error) || (isPassing(result.sheet.error) && !isLast))
                return;
            if (const auto kept = journal->append(result); !kept)
                *notKept = kept.error();
        };
    events.done = [this, mediaId, notKept](const AssetResult& result) {
        if (*notKept)
            finish(*notKept);
        else
            ended(mediaId, result);
    };
    m_running[mediaId] = m_check.check(mediaId, m_options.check, m_options.policy, std::move(events));
    Q_EMIT began(mediaId);
}

void Batch::ended(const QString& mediaId, const AssetResult& result)
{
    m_running.erase(mediaId);
    const std::optional<Error>& error = result.sheet.error;
    const bool isDenied = error && error->kind == ErrorKind::Permission && m_summary.assets == 0;
    if (stopsAll(error) || isDenied) {
        finish(error);
        return;
    }
    if (isPassing(error)) {
        m_pacer.slowDown(now());
        if (++m_tries[mediaId] < kMostTries) {
            m_queue.push_back(mediaId);
            Q_EMIT putOff(mediaId);
            pump();
            return;
        }
    } else {
        m_pacer.answered();
    }
    handOut(result, false);
    pump();
}

void Batch::handOut(const AssetResult& result, bool isResumed)
{
    m_summary.add(result);
    Q_EMIT checked(result, isResumed);
    Q_EMIT progressChanged();
}

void Batch::finish(const std::optional<Error>& trouble)
{
    if (m_state == State::Finished)
        return;
    m_next.stop();
    for (auto& running : std::exchange(m_running, {}))
        running.second.abort();
    m_queue.clear();
    m_inJournal.clear();
    m_summary.finishedAt = QDateTime::currentDateTimeUtc();
    m_journal.reset();
    setState(State::Finished);
    Q_EMIT finished(trouble);
}

void Batch::setState(State state)
{
    if (m_state == State::Running)
        m_workedMs += m_clock.elapsed();
    m_state = state;
    if (m_state == State::Running)
        m_clock.start();
    Q_EMIT progressChanged();
}

void Batch::pause()
{
    if (m_state == State::Running)
        setState(State::Paused);
}

void Batch::resume()
{
    if (m_state != State::Paused)
        return;
    setState(State::Running);
    pump();
}

void Batch::cancel()
{
    if (m_state == State::Running || m_state == State::Paused)
        finish(std::nullopt);
}

BatchProgress Batch::progress() const
{
    BatchProgress progress { .planned = m_summary.planned, .done = m_summary.assets, .resumed = m_resumed };
    const qint64 worked = m_workedMs + (m_state == State::Running ? m_clock.elapsed() : 0);
    const qint64 checkedNow = progress.done - progress.resumed;
    if (worked > 0)
        progress.assetsPerSecond = double(checkedNow) * 1000 / double(worked);
    if (progress.assetsPerSecond > 0)
        progress.secondsLeft = qRound64(double(progress.planned - progress.done) / progress.assetsPerSecond);
    return progress;
}

} // namespace proofreel
