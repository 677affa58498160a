// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "streams/asset_session.h"

namespace proofreel {

//! What GetMediaInfo says of the asset that is open: all of its fields and files. Asked when somebody wants to see it,
//! once an asset. GUI thread.
class AssetDetails final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AssetDetails)
public:
    enum class State { Empty, Loading, Ready, Failed };

    AssetDetails(Client& client, const AssetSession& session, QObject* parent = nullptr);
    ~AssetDetails() override;

    void want(); //!< asks, unless it is here, on its way or has failed; nothing while no asset is open
    void retry(); //!< asks again, whatever is here
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const MediaDetails& details() const { return m_details; } //!< valid in Ready
    [[nodiscard]] const Error& error() const { return m_error; } //!< valid in Failed
    [[nodiscard]] const PlayInfoQuery& asset() const { return m_asset; } //!< whose they are

Q_SIGNALS:
    void changed();

private:
    void onSession();
    void setState(State state);

    Client& m_client;
    const AssetSession& m_session;
    PlayInfoQuery m_asset;
    State m_state = State::Empty;
    MediaDetails m_details;
    Error m_error;
    CallHandle m_call;
};

//! Name and text of the fields of a JSON object as received: in their order, at most \a most; what is no text or number
//! as JSON. Texts are cut at 4,096 characters, and secrets in them replaced.
[[nodiscard]] QList<QPair<QString, QString>> receivedFields(const QJsonObject& object, qsizetype most);

} // namespace proofreel
