// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QString>
#include <QUrl>

//! What came back over one plain socket, unfiltered.
struct RawReply {
    int status = 0; //!< 0: no reply
    QByteArray head; //!< status line and headers as received
    QByteArray body;
    bool ended = false; //!< the server closed, or the promised length is there
    qint64 promised = -1; //!< Content-Length; -1: none

    [[nodiscard]] QByteArray header(const QByteArray& name) const; //!< null if absent
    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] QString code() const; //!< of an error envelope
};

//! Sends bytes to 127.0.0.1 and reads the reply, with no HTTP library in between. \a waitMs: how long to wait for more.
[[nodiscard]] RawReply exchange(int port, const QByteArray& bytes, int waitMs = 10'000);
[[nodiscard]] RawReply get(const QUrl& url, const QByteArray& moreHeaders = {}, int waitMs = 10'000);

using TestPairs = QList<QPair<QByteArray, QByteArray>>;

//! A signer of the tests' own (on Qt's hashes), which neither the client nor the sandbox knows.
struct TestSigner {
    QByteArray keyId, secret, token, host;
    qint64 clockOffsetS = 0;

    //! A whole request, ready to be sent. \a target is "/?a=b" as it shall go over the wire.
    [[nodiscard]] QByteArray v3(
        const QByteArray& action, const TestPairs& parameters, const TestPairs& more = {}) const;
    [[nodiscard]] QByteArray v3WithForm(const QByteArray& action, const TestPairs& parameters) const;
    [[nodiscard]] QByteArray rpc(const QByteArray& method, const QByteArray& action, const TestPairs& parameters) const;

private:
    [[nodiscard]] QByteArray build(
        const QByteArray& action, const TestPairs& query, const QByteArray& body, const TestPairs& more) const;
};
