// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/call.h"
#include "ims/client.h"
#include "streams/stream_model.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace proofreel {

//! The asset that is open: asks GetPlayInfo, keeps the streams, renews their URLs. A failed reload of the same asset
//! leaves what was there. GUI thread.
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

    void open(const PlayInfoQuery& query); //!< another asset: streams are cleared at once
    void reload(); //!< the same query again
    void close();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Error& error() const { return m_error; } //!< valid in Failed
    [[nodiscard]] const PlayInfoQuery& query() const { return m_query; }
    [[nodiscard]] const MediaBase& mediaBase() const { return m_streams.reply().mediaBase; }
    [[nodiscard]] StreamModel& streams() { return m_streams; }

    //! Asks again and gives the fresh entry of that rendition; NotFound if the asset has lost it. For the player.
    CallHandle renew(const StreamKey& key, QObject* context, std::function<void(Result<PlayInfo>)> callback);

Q_SIGNALS:
    void stateChanged();

private:
    void ask();

    Client& m_client;
    const Clock& m_clock;
    StreamModel m_streams;
    QTimer m_countdown;
    CallHandle m_call;
    PlayInfoQuery m_query;
    State m_state = State::Empty;
    Error m_error;
};

} // namespace proofreel
