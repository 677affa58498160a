// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <QUrlQuery>

#include <functional>

namespace proofreel::test {

//! A service that answers as the test says, also in ways that the sandbox never would.
class ScriptedService final : public QTcpServer {
public:
    //! Body of the answer to that token; a null array: no answer at all.
    std::function<QByteArray(const QString& token)> answer;
    QStringList tokens; //!< as they were asked for

    //! \a parameter: the one that a test tells requests apart by.
    explicit ScriptedService(const QString& parameter = QStringLiteral("NextToken"))
        : m_parameter(parameter)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { serve(socket); });
        });
    }
    [[nodiscard]] QUrl endpoint() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }

private:
    void serve(QTcpSocket* socket)
    {
        if (!socket->peek(64 * 1024).contains("\r\n\r\n"))
            return;
        const QByteArray target = socket->readAll().split(' ').value(1);
        const QUrlQuery query(QUrl::fromEncoded(target).query(QUrl::FullyEncoded));
        tokens << query.queryItemValue(m_parameter, QUrl::FullyDecoded);
        const QByteArray body = answer(tokens.constLast());
        if (!body.isNull())
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }

    QString m_parameter;
};

} // namespace proofreel::test
