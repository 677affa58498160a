// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/gate.h"
#include "quality/asset_check.h"
#include "quality/call_pacer.h"
#include "quality/check_summary.h"
#include "quality/journal.h"

#include <QElapsedTimer>
#include <QTimer>

#include <deque>
#include <map>

namespace proofreel {

struct BatchOptions {
    CheckOptions check;
    Policy policy;
    int assetsAtOnce = 8;
    double callsPerSecond = 50; //!< of the API, at most; fewer while the service throttles
};

struct BatchProgress {
    qint64 planned = 0; //!< assets, each once
    qint64 done = 0; //!< also those of the journal
    qint64 resumed = 0; //!< of the journal
    double assetsPerSecond = 0; //!< checked now, pauses left out
    std::optional<qint64> secondsLeft; //!< an estimate; none before the first
};

//! Checks many assets, some at once, and hands out one result after the other; none is kept. What fails for one asset
//! is its result and stops no other. What fails for want of a network or for throttling is tried again behind the
//! others, twice. A refused key, or a journal that cannot be written, ends the batch: all others would fail as well.
//!
//! Lives in the thread of its AssetCheck (the GUI's); measuring, judging and the disk wait elsewhere. One use.
class Batch final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Batch)
public:
    //! All must outlive it.
    Batch(Client& client, HostPool& pool, AssetCheck& check, QObject* parent = nullptr);
    ~Batch() override; //!< stops what is under way; the journal keeps what was checked

    //! \a mediaIds in this order, each once. With a \a journal, what it holds is handed out first and not checked
    //! again, and what is checked is written to it before it is handed out. It ends with finished(), later.
    void start(const QStringList& mediaIds, const BatchOptions& options, std::shared_ptr<Journal> journal = {});
    void pause(); //!< begins no other asset; those that have begun end
    void resume();
    void cancel(); //!< drops what is under way; finished() comes at once

    enum class State { Idle, Running, Paused, Finished };
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] BatchProgress progress() const;
    [[nodiscard]] const CheckSummary& summary() const { return m_summary; } //!< so far
    [[nodiscard]] double callRate() const { return m_pacer.rate(); } //!< API calls per second allowed now

Q_SIGNALS:
    void began(const QString& mediaId); //!< is being checked
    void putOff(const QString& mediaId); //!< failed for now; is tried again behind the others
    void checked(const proofreel::AssetResult& result, bool isResumed);
    void progressChanged(); //!< after each asset, and when the state changes
    //! All are checked, or cancel() was called; else the reason.
    void finished(const std::optional<proofreel::Error>& trouble);

private:
    void replay();
    void pump();
    void startOne(const QString& mediaId);
    void ended(const QString& mediaId, const AssetResult& result);
    void handOut(const AssetResult& result, bool isResumed);
    void finish(const std::optional<Error>& trouble);
    void setState(State state);

    AssetCheck& m_check;
    HostPool& m_pool;
    BatchOptions m_options;
    State m_state = State::Idle;
    std::shared_ptr<Journal> m_journal; //!< jobs that end late hold it too
    std::deque<QString> m_queue, m_inJournal;
    std::map<QString, CallHandle> m_running;
    QHash<QString, int> m_tries; //!< of those that failed
    CallPacer m_pacer { 50 };
    CheckSummary m_summary;
    qint64 m_resumed = 0;
    QElapsedTimer m_clock;
    qint64 m_workedMs = 0; //!< before the last pause
    QTimer m_next;
    std::shared_ptr<Gate<Batch>> m_gate;
};

} // namespace proofreel
