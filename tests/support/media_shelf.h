// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/raw_server.h"

#include <QHash>
#include <QUrl>

#include <type_traits>

namespace proofreel::test {

//! A server of files that a test makes, with ranges.
template <typename Server>
class BasicShelf {
public:
    BasicShelf()
    {
        server.handler = [this](const QByteArray& request) {
            const QByteArray path = request.mid(4, request.indexOf(' ', 4) - 4);
            const auto found = files.constFind(path);
            if (found == files.cend())
                return typename Server::Reply { { statusReply("404 Not Found", "no") } };
            const qsizetype at = request.indexOf("bytes=");
            if (at < 0 || found->isEmpty())
                return typename Server::Reply { { okReply(*found) } };
            const QByteArray range = request.mid(at + 6, request.indexOf("\r\n", at) - at - 6);
            const qint64 first = range.left(range.indexOf('-')).toLongLong();
            const QByteArray body = found->mid(first, range.mid(range.indexOf('-') + 1).toLongLong() - first + 1);
            return typename Server::Reply { { statusReply("206 Partial Content", body,
                "Content-Range: bytes " + QByteArray::number(first) + '-' + QByteArray::number(first + body.size() - 1)
                    + '/' + QByteArray::number(found->size()) + "\r\n") } };
        };
        trouble = !server.start();
    }
    [[nodiscard]] QUrl url(const QString& path) const
    {
        const bool isTls = std::is_same_v<Server, RawTlsServer>;
        return QUrl((isTls ? QStringLiteral("https://") : QStringLiteral("http://")) + server.authority() + path);
    }

    Server server;
    QHash<QByteArray, QByteArray> files;
    bool trouble = false;
};

using Shelf = BasicShelf<RawServer>;
using TlsShelf = BasicShelf<RawTlsServer>; //!< needs server.setSslConfiguration()

} // namespace proofreel::test
