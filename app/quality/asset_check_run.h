// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/gate.h"
#include "ims/client.h"
#include "quality/asset_check.h"
#include "quality/host_pool.h"

namespace proofreel {

//! One asset under check. Private to AssetCheck.
class AssetCheck::Run final : public QObject {
public:
    Run(AssetCheck& owner, quint64 number, QString mediaId, CheckOptions options, Policy policy, Events events);
    ~Run() override;

    void start();
    void stop(); //!< nothing is called any more

private:
    struct Stream {
        PlayInfo info;
        StreamKey key;
        int links = 0; //!< which answer its link is of
        bool wasRepeated = false;
        StreamSheet expired; //!< what the expired link has shown; stands if there is no new one
    };
    void ask();
    void answered(const Result<PlayInfoReply>& reply);
    void renewed(const Result<PlayInfoReply>& reply);
    void askSource();
    void postAll();
    [[nodiscard]] bool isWanted(const StreamKey& key) const;
    void post(qsizetype index);
    [[nodiscard]] MeasureOptions optionsFor(qsizetype index) const;
    void measured(qsizetype index, int links, const StreamSheet& sheet);
    void settle(qsizetype index, const StreamSheet& sheet);
    void judgeAll();
    void end(AssetResult result);

    AssetCheck& m_owner;
    const quint64 m_number;
    const QString m_mediaId;
    const CheckOptions m_options;
    const Policy m_policy;
    Events m_events;
    AssetSheet m_sheet;
    QList<Stream> m_streams;
    QList<qsizetype> m_waiting; //!< for new links
    FoundReference m_source; //!< if it is the reference
    qsizetype m_left = 0;
    int m_answers = 0;
    bool m_isStopped = false;
    std::stop_source m_stop;
    CallHandle m_call;
    std::shared_ptr<Gate<Run>> m_gate;
};

} // namespace proofreel
