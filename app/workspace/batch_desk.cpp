// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/batch_desk.h"

#include "quality/host_pool.h"

#include <QSet>

#include <utility>

namespace proofreel {

BatchDesk::BatchDesk(
    Client& client, HostPool& pool, AssetCheck& check, PolicyChoice& choice, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_client(client)
    , m_pool(pool)
    , m_check(check)
    , m_choice(choice)
    , m_clock(clock)
    , m_gate(std::make_shared<Gate<BatchDesk>>(this))
{
    m_disk.setMaxThreadCount(1);
}

BatchDesk::~BatchDesk()
{
    m_gate->close();
    m_batch.reset();
    m_disk.waitForDone();
}

// `then` runs here with what `work` gave, unless another batch has taken the place of this one meanwhile.
template <typename Work, typename Then>
void BatchDesk::onDisk(Work work, Then then)
{
    m_disk.start([gate = m_gate, number = m_number, work = std::move(work), then = std::move(then)]() mutable {
        gate->post([number, answer = work(), then = std::move(then)](BatchDesk& desk) {
            if (number == desk.m_number)
                then(desk, answer);
        });
    });
}

void BatchDesk::enter(const QString& folder)
{
    if (folder == m_folder)
        return;
    leave();
    m_folder = folder;
    onDisk([folder] { return BatchPlan::load(folder); },
        [](BatchDesk& desk, const std::optional<BatchPlan>& plan) {
            if (!plan || desk.m_state != State::Empty)
                return;
            desk.m_plan = *plan;
            desk.m_isOnDisk = true;
            desk.setState(State::Remembered);
        });
    Q_EMIT stateChanged(); // usable now
}

void BatchDesk::leave()
{
    stopBatch();
    m_folder.clear();
    m_plan = {};
    m_model.set({});
    setState(State::Empty);
}

void BatchDesk::stopBatch()
{
    ++m_number;
    m_batch.reset();
    m_journal.reset();
    m_error.reset();
}

void BatchDesk::start(const QStringList& mediaIds, bool deep, const Reference& reference)
{
    if (m_folder.isEmpty() || mediaIds.isEmpty())
        return;
    if (m_choice.isReading()) { // not by the one before it
        connect(
            &m_choice, &PolicyChoice::readingEnded, this,
            [this, mediaIds, deep, reference, folder = m_folder] {
                if (folder == m_folder)
                    start(mediaIds, deep, reference);
            },
            Qt::SingleShotConnection);
        return;
    }
    stopBatch();
    m_policy = m_choice.saved();
    m_plan = { .policyText = policyText(m_policy),
        .policyTitle = m_policy.name().isEmpty() ? m_choice.title() : m_policy.name(),
        .deep = deep,
        .reference = deep && reference.kind != Reference::Kind::Location ? reference : Reference(),
        .startedAt = m_clock.nowUtc(),
        .journal = BatchPlan::newJournalName() };
    QSet<QString> seen;
    for (const QString& id : mediaIds) {
        if (seen.contains(id) || seen.size() >= BatchPlan::kMostAssets)
            continue;
        seen.insert(id);
        m_plan.mediaIds.append(id);
    }
    m_model.set(m_plan.mediaIds);
    m_isOnDisk = false;
    begin();
}

void BatchDesk::begin()
{
    m_runs = true;
    setState(State::Opening);
    onDisk([folder = m_folder, plan = m_plan, policy = m_policy] { return beginBatch(folder, plan, policy); },
        [](BatchDesk& desk, const OpenedBatch& begun) { desk.opened(begun); });
}

void BatchDesk::open()
{
    if (m_state == State::Remembered)
        readAll(false);
}

void BatchDesk::readAll(bool thenRun)
{
    m_runs = thenRun;
    m_error.reset();
    setState(State::Opening);
    onDisk([folder = m_folder] { return readBatch(folder); },
        [](BatchDesk& desk, const OpenedBatch& found) { desk.opened(found); });
}

void BatchDesk::opened(const OpenedBatch& found)
{
    if (!found.plan) { // somebody has deleted it meanwhile
        m_plan = {};
        m_model.set({});
        setState(State::Empty);
        return;
    }
    m_plan = *found.plan;
    m_policy = found.policy;
    m_error = found.error;
    m_journal = found.journal;
    m_model.set(m_plan.mediaIds, found.rows);
    m_isOnDisk = m_isOnDisk || m_journal;
    if (!found.checkedAtMs.isEmpty())
        Q_EMIT recalled(found.checkedAtMs);
    if (m_runs && !m_error)
        runWaiting();
    else
        setState(isAllChecked() ? State::Finished : State::Stopped);
}

void BatchDesk::runWaiting()
{
    m_error.reset();
    BatchOptions options;
    options.check.measure.deep = m_plan.deep;
    options.check.reference = m_plan.reference;
    options.policy = m_policy;
    options.assetsAtOnce = m_pool.jobs();
    m_batch = std::make_unique<Batch>(m_client, m_pool, m_check);
    Batch* batch = m_batch.get();
    connect(batch, &Batch::began, this, [this](const QString& id) { m_model.setState(id, BatchRow::State::Checking); });
    connect(batch, &Batch::putOff, this, [this](const QString& id) { m_model.setState(id, BatchRow::State::Waiting); });
    connect(batch, &Batch::checked, this, [this](const AssetResult& result) {
        m_model.put(result.sheet.mediaId, batchRowOf(result));
        Q_EMIT checked(result);
    });
    connect(batch, &Batch::progressChanged, this, &BatchDesk::progressChanged);
    connect(batch, &Batch::finished, this, &BatchDesk::onFinished);
    setState(State::Running);
    batch->start(m_model.idsOf({ BatchModel::Kind::Waiting, BatchModel::Kind::Checking }), options, m_journal);
}

void BatchDesk::onFinished(const std::optional<Error>& trouble)
{
    m_batch.release()->deleteLater(); // it is the one that calls
    m_error = trouble;
    for (const QString& id : m_model.idsOf({ BatchModel::Kind::Checking }))
        m_model.setState(id, BatchRow::State::Waiting);
    const bool isDone = isAllChecked();
    if (isDone && !m_plan.isFinished)
        savePlan(true);
    setState(isDone ? State::Finished : State::Stopped);
}

// If that cannot be written, the batch is offered again after the next start and finds nothing to do.
void BatchDesk::savePlan(bool isFinished)
{
    m_plan.isFinished = isFinished;
    m_disk.start([folder = m_folder, plan = m_plan] { (void)plan.save(folder); });
}

void BatchDesk::pause()
{
    if (m_state != State::Running)
        return;
    m_batch->pause();
    setState(State::Paused);
}

void BatchDesk::resume()
{
    if (m_state == State::Paused) {
        m_batch->resume();
        setState(State::Running);
    } else if (m_state == State::Opening) {
        m_runs = true;
    } else if (m_state == State::Remembered || (m_state == State::Stopped && !m_journal)) {
        if (m_isOnDisk)
            readAll(true);
        else
            begin();
    } else if (m_state == State::Stopped) {
        runWaiting();
    }
}

void BatchDesk::cancel()
{
    if (m_state == State::Running || m_state == State::Paused)
        m_batch->cancel();
}

void BatchDesk::checkAgain(const QStringList& mediaIds)
{
    if ((m_state != State::Stopped && m_state != State::Finished) || !m_journal || mediaIds.isEmpty())
        return;
    if (m_plan.isFinished)
        savePlan(false);
    setState(State::Opening);
    onDisk([journal = m_journal, mediaIds] { return journal->forget(mediaIds); },
        [mediaIds](BatchDesk& desk, const Result<void>& forgotten) {
            if (!forgotten) {
                desk.m_error = forgotten.error();
                desk.setState(desk.isAllChecked() ? State::Finished : State::Stopped);
                return;
            }
            for (const QString& id : mediaIds)
                desk.m_model.setState(id, BatchRow::State::Waiting);
            desk.runWaiting();
        });
}

void BatchDesk::discard()
{
    if (m_state == State::Empty)
        return;
    stopBatch();
    m_plan = {};
    m_model.set({});
    setState(State::Empty);
    onDisk([folder = m_folder] { return BatchPlan::discard(folder); },
        [](BatchDesk& desk, const Result<void>& gone) {
            if (!gone) {
                desk.m_error = gone.error();
                Q_EMIT desk.stateChanged();
            }
        });
}

void BatchDesk::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
    Q_EMIT progressChanged();
}

} // namespace proofreel
