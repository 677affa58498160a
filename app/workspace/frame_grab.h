// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ims/client.h"
#include "streams/stream_model.h"

#include <QImage>
#include <QObject>
#include <QTimer>

#include <memory>

namespace proofreel {

class Http;
class Player;

//! Frames of assets that have no cover: the lowest rendition that can be played is opened, silent and paused, at its
//! first second. One asset at a time, others wait; only when somebody asks. GUI thread.
class FrameGrab final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FrameGrab)
public:
    FrameGrab(Client& client, Http& http, QObject* parent = nullptr);
    ~FrameGrab() override;

    void take(const QString& mediaId); //!< ends with taken() or failed(), unless cancelAll() comes before
    void cancelAll(); //!< another account
    [[nodiscard]] bool isTaking(const QString& mediaId) const; //!< or it waits for its turn

Q_SIGNALS:
    void taken(const QString& mediaId, const QImage& frame);
    void failed(const QString& mediaId, const proofreel::Error& error);

private:
    void next();
    void answered(const Result<PlayInfoReply>& reply);
    void open(int row);
    void finish(const QImage& frame);
    void fail(const Error& error);
    void leave();

    Client& m_client;
    Http& m_http;
    StreamModel m_streams;
    std::unique_ptr<Player> m_player;
    QStringList m_waiting; //!< the first is under way
    bool m_busy = false;
    CallHandle m_call;
    QTimer m_patience;
};

} // namespace proofreel
