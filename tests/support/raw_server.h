// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>
#include <QPointer>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#include <functional>

namespace proofreel::test {

//! A server for what the sandbox cannot do: it sends exactly the bytes it is given, whole, cut, late or never.
//! Lives in the test's thread; Http has its own.
template <typename Base>
class BasicRawServer final : public Base {
public:
    struct Reply {
        QByteArrayList parts; //!< sent one after the other; none: silence
        bool close = true; //!< after the last part
        int pauseMs = 0; //!< between parts
    };

    //! What to say to one request (its head and what came of its body).
    std::function<Reply(const QByteArray& request)> handler;
    QByteArrayList requests;
    int connections = 0;
    int closedByPeer = 0;

    ~BasicRawServer() override
    {
        // Before the members go: a socket that dies later would still count itself.
        const auto sockets = this->template findChildren<QTcpSocket*>(QString(), Qt::FindDirectChildrenOnly);
        for (QTcpSocket* socket : sockets) {
            socket->disconnect();
            delete socket;
        }
    }
    bool start()
    {
        QObject::connect(this, &QTcpServer::pendingConnectionAvailable, this, [this] { accept(); });
        return this->listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] QString authority() const { return QStringLiteral("127.0.0.1:%1").arg(this->serverPort()); }

private:
    void accept()
    {
        while (auto* socket = this->nextPendingConnection()) {
            ++connections;
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(socket); });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, [this, socket] {
                ++closedByPeer;
                socket->deleteLater();
            });
            read(socket);
        }
    }
    void read(QTcpSocket* socket)
    {
        QByteArray& held = m_held[socket];
        held += socket->readAll();
        if (!held.contains("\r\n\r\n"))
            return;
        const QByteArray request = std::exchange(held, {});
        requests << request;
        say(socket, handler(request), 0);
    }
    void say(QTcpSocket* socket, const Reply& reply, qsizetype index)
    {
        if (index < reply.parts.size()) {
            socket->write(reply.parts.at(index));
            socket->flush();
            QTimer::singleShot(reply.pauseMs, socket, [this, socket, reply, index] { say(socket, reply, index + 1); });
        } else if (reply.close && !reply.parts.isEmpty()) {
            socket->disconnectFromHost();
        } else if (reply.close) {
            socket->abort();
        }
    }
    QHash<QTcpSocket*, QByteArray> m_held;
};

using RawServer = BasicRawServer<QTcpServer>;
using RawTlsServer = BasicRawServer<QSslServer>;

//! "HTTP/1.1 200 OK" with the Content-Length of \a body.
inline QByteArray okReply(const QByteArray& body, const QByteArray& headers = {})
{
    return "HTTP/1.1 200 OK\r\n" + headers + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

inline QByteArray statusReply(const QByteArray& statusLine, const QByteArray& body, const QByteArray& headers = {})
{
    return "HTTP/1.1 " + statusLine + "\r\n" + headers + "Content-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body;
}

} // namespace proofreel::test
