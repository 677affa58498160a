// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/call.h"
#include "ims/client.h"
#include "streams/media_state.h"
#include "streams/stream_model.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace proofreel {

//! The asset that is open: asks GetPlayInfo, keeps the streams, renews their URLs. A failed reload of the same asset
//! leaves what was there. One request at a time: whoever asks while one is under way gets its answer. GUI thread.
class AssetSession final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AssetSession)
public:
    enum class State {
        Empty, //!< nothing asked yet
        Loading, //!< asked; streams() may still show the same asset's earlier answer
        Ready, //!< answered; mediaState() says whether there is something to play
        Failed, //!< see error(); streams() keeps an earlier answer for the same asset
    };

    AssetSession(Client& client, const Clock& clock, QObject* parent = nullptr);
    ~AssetSession() override; //!< callbacks of renew() that are still waiting do not run

    //! A reply of an earlier hour, without its secrets.
    struct SavedReply {
        QByteArray body; //!< JSON
        QDateTime at; //!< UTC
    };
    using RecallCallback = std::function<void(std::optional<SavedReply>)>;
    //! Where replies are kept for hours without network.
    struct Memory {
        std::function<void(const PlayInfoQuery& query, const PlayInfoReply& reply)> keep;
        std::function<CallHandle(const PlayInfoQuery& query, QObject* context, const RecallCallback& callback)> recall;
    };
    void setMemory(const Memory& memory) { m_memory = memory; } //!< none by default

    void open(const PlayInfoQuery& query); //!< another asset: streams are cleared at once; the same: as reload()
    void reload(); //!< the same query again
    void close();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Error& error() const { return m_error; } //!< valid in Failed, and where asOf() is
    //! Valid: there is no network, and this is a reply that was saved then (UTC). Nothing of it can be played;
    //! reload() tries again.
    [[nodiscard]] QDateTime asOf() const { return m_streams.savedAt(); }
    [[nodiscard]] const PlayInfoQuery& query() const { return m_query; }
    [[nodiscard]] const MediaBase& mediaBase() const { return m_streams.reply().mediaBase; }
    [[nodiscard]] MediaState mediaState() const { return mediaStateOf(m_streams.reply()); } //!< once answered
    [[nodiscard]] bool hasAnswer() const { return m_answered; } //!< streams() and mediaBase() are this asset's
    [[nodiscard]] StreamModel& streams() { return m_streams; }
    [[nodiscard]] const StreamModel& streams() const { return m_streams; }

    //! Asks again and gives the fresh entry of that rendition; NotFound if the asset has lost it. For the player.
    //! The state does not change; the streams get their new URLs. Cancelled if another asset is opened meanwhile.
    CallHandle renew(const StreamKey& key, QObject* context, std::function<void(Result<PlayInfo>)> callback);

Q_SIGNALS:
    void stateChanged(); //!< state() or what is behind it: also when a renewal has brought new data

private:
    struct Waiter {
        quint64 id = 0;
        StreamKey key;
        QPointer<QObject> context;
        std::function<void(Result<PlayInfo>)> callback;
    };

    void ask();
    void answered(const Result<PlayInfoReply>& result);
    void recall();
    void showSaved(const std::optional<SavedReply>& saved);
    void serveWaiters(const Result<PlayInfoReply>& result);
    void stop(); //!< aborts the request; waiters are told
    void forget(quint64 waiter);
    void setState(State state);
    void tick();

    Client& m_client;
    const Clock& m_clock;
    StreamModel m_streams;
    QTimer m_countdown;
    CallHandle m_call;
    Memory m_memory;
    CallHandle m_recall;
    bool m_asking = false; // a request is under way
    bool m_wanted = false; // by open() or reload(), not only by renew()
    bool m_answered = false;
    QList<Waiter> m_waiters;
    quint64 m_lastWaiter = 0;
    PlayInfoQuery m_query;
    State m_state = State::Empty;
    Error m_error;
};

} // namespace proofreel
