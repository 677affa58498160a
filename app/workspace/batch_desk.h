// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/call.h"
#include "core/clock.h"
#include "quality/batch.h"
#include "quality/batch_model.h"
#include "quality/write_report.h"
#include "workspace/opened_batch.h"
#include "workspace/policy_choice.h"

#include <QThreadPool>

namespace proofreel {

//! The check of many assets in the window: one batch for each account. Its results are on disk before they are shown;
//! after the window was closed, or the program was killed, it can go on: nothing is checked twice, nothing is lost.
//! It goes by the policy that was chosen when it was started, as it was saved: what a person is still trying out in the
//! editor judges the open asset alone. GUI thread; the disk waits elsewhere.
class BatchDesk final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BatchDesk)
public:
    enum class State {
        Empty, //!< there is none
        Remembered, //!< one of an earlier run of the program; its rows are not read yet: open() or resume()
        Opening, //!< the disk is asked
        Running,
        Paused, //!< what has begun ends
        Stopped, //!< some are not checked; error() may say why; resume() goes on
        Finished, //!< all are checked; stays until the next start() or discard()
    };

    //! All must outlive it; \a pool and \a check are for this alone, so that a single check need not wait.
    BatchDesk(Client& client, HostPool& pool, AssetCheck& check, PolicyChoice& choice, const Clock& clock,
        QObject* parent = nullptr);
    ~BatchDesk() override; //!< what was checked is in the journal

    void enter(const QString& folder); //!< another account: where its batch is kept
    void leave(); //!< no account: stops; the journal stays

    //! In place of the one before, which is deleted. At most BatchPlan::kMostAssets, each once. Nothing without an
    //! account. \a reference: for a deep one; of a named file only one asset is made, so that it is none here.
    void start(const QStringList& mediaIds, bool deep, const Reference& reference = {});
    void open(); //!< shows the rows of a remembered one
    void pause();
    void resume(); //!< also one that was stopped or is remembered
    void cancel(); //!< Stopped
    void checkAgain(const QStringList& mediaIds); //!< of those that are checked; nothing while it runs
    void discard(); //!< deletes it

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isUsable() const { return !m_folder.isEmpty(); } //!< there is an account
    [[nodiscard]] bool isActive() const; //!< Opening, Running or Paused
    [[nodiscard]] bool isUnfinished() const; //!< there is one, and not all of it is checked
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; } //!< why it stopped, or cannot begin
    [[nodiscard]] const BatchPlan& plan() const { return m_plan; }
    [[nodiscard]] const Policy& policy() const { return m_policy; } //!< the one it goes by
    [[nodiscard]] const PolicyChoice& choice() const { return m_choice; } //!< of the next one
    [[nodiscard]] BatchModel& model() { return m_model; }
    [[nodiscard]] BatchProgress progress() const;

    //! The whole result of one that is checked, from the journal.
    CallHandle read(const QString& mediaId, QObject* context, std::function<void(Result<AssetResult>)> callback);
    //! All that are checked so far; may be used in any thread, also when this is gone.
    [[nodiscard]] ResultSource results() const;
    [[nodiscard]] CheckQuestion question() const; //!< without the tool

Q_SIGNALS:
    void stateChanged(); //!< also when error() is another
    void progressChanged();
    void checked(const proofreel::AssetResult& result); //!< once for each that was checked
    //! Its journal was opened, and it was not finished: what was checked by an earlier run of the program, and when
    //! (OpenedBatch::checkedAtMs). read() has the results.
    void recalled(const QHash<QString, qint64>& checkedAtMs);

private:
    void readAll(bool thenRun);
    void begin();
    void opened(const OpenedBatch& found);
    void runWaiting();
    void stopBatch();
    void onFinished(const std::optional<Error>& trouble);
    void savePlan(bool isFinished);
    [[nodiscard]] bool isAllChecked() const;
    void setState(State state);
    template <typename Work, typename Then>
    void onDisk(Work work, Then then);

    Client& m_client;
    HostPool& m_pool;
    AssetCheck& m_check;
    PolicyChoice& m_choice;
    const Clock& m_clock;
    BatchModel m_model;
    State m_state = State::Empty;
    QString m_folder;
    BatchPlan m_plan;
    Policy m_policy;
    std::optional<Error> m_error;
    bool m_isOnDisk = false; //!< the plan is
    bool m_runs = false; //!< once it is opened
    std::shared_ptr<Journal> m_journal;
    std::unique_ptr<Batch> m_batch;
    quint64 m_number = 0; //!< of the batch; what the disk answers for an earlier one is dropped
    std::shared_ptr<Gate<BatchDesk>> m_gate;
    QThreadPool m_disk; //!< one thread: in order
};

} // namespace proofreel
