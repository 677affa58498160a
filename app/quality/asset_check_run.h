// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/gate.h"
#include "ims/client.h"
#include "quality/asset_check.h"
#include "quality/host_pool.h"

#include <mutex>

namespace proofreel {

//! One asset under check. Private to AssetCheck.
class AssetCheck::Run final : public QObject {
public:
    Run(AssetCheck& owner, quint64 number, QString mediaId, CheckOptions options, Policy policy, Events events);
    ~Run() override;

    void start() { ask(); }
    void stop(); //!< nothing is called any more

private:
    struct Stream {
        StreamKey key;
        bool wasRepeated = false;
        bool isGone = false; //!< a later answer does not have it
        StreamSheet expired; //!< what the expired link has shown; stands if there is no new one
    };
    //! What the service has handed out.
    struct Answer {
        QList<PlayInfo> infos; //!< of m_streams
        FoundReference source; //!< if it is the reference
        int number = 0; //!< which one it is, from 1 on
    };
    //! The last of them. A job takes its links when its turn comes, which may be long after it was posted.
    class Links {
    public:
        void take(Answer answer)
        {
            const std::scoped_lock lock(m_mutex);
            m_last = std::move(answer);
        }
        [[nodiscard]] Answer last() const
        {
            const std::scoped_lock lock(m_mutex);
            return m_last;
        }

    private:
        mutable std::mutex m_mutex;
        Answer m_last;
    };
    //! To the thread of the check, from any. What is still on its way there when the check is stopped is dropped: the
    //! owner may be gone.
    template <typename Job>
    static void tell(Gate<Run>& gate, Job job)
    {
        gate.post([job = std::move(job)](Run& run) {
            if (!run.m_isStopped)
                job(run);
        });
    }
    void ask();
    void answered(const Result<PlayInfoReply>& reply);
    void renewed(const Result<PlayInfoReply>& reply);
    void askSource(Answer links, std::function<void()> then);
    void goOn();
    void postAll();
    [[nodiscard]] bool isWanted(const StreamKey& key) const;
    void post(qsizetype index);
    [[nodiscard]] bool isReferenceAsked() const; //!< the service hands it out, and so can renew it
    [[nodiscard]] bool isSourceAsked() const;
    [[nodiscard]] static MeasureOptions withReference(
        MeasureOptions options, const Reference& reference, const Answer& links, qsizetype index);
    void measured(qsizetype index, int answer, const StreamSheet& sheet);
    void settle(qsizetype index, const StreamSheet& sheet);
    void judgeAll();
    void end(AssetResult result);

    AssetCheck& m_owner;
    const quint64 m_number;
    const QString m_mediaId;
    const CheckOptions m_options;
    const MeasureStream m_measure;
    const Policy m_policy;
    Events m_events;
    AssetSheet m_sheet;
    QList<Stream> m_streams;
    QList<qsizetype> m_waiting; //!< for new links
    std::shared_ptr<Links> m_links = std::make_shared<Links>(); //!< jobs that end late hold it too
    qsizetype m_left = 0;
    int m_answers = 0;
    bool m_isStopped = false;
    std::stop_source m_stop;
    CallHandle m_call;
    std::shared_ptr<Gate<Run>> m_gate;
};

} // namespace proofreel
