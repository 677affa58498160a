// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "raw_http.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QMap>
#include <QMessageAuthenticationCode>
#include <QTcpSocket>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace {

QByteArray encode(const QByteArray& text)
{
    return text.toPercentEncoding();
}

//! As the official SDK sends it: in the caller's order, "*" raw.
QByteArray wireQuery(const TestPairs& parameters)
{
    QByteArray out;
    for (const auto& pair : parameters)
        out += (out.isEmpty() ? "" : "&") + pair.first + '=' + pair.second.toPercentEncoding("*");
    return out;
}

QByteArray canonical(const TestPairs& parameters)
{
    QMap<QByteArray, QByteArray> sorted;
    for (const auto& pair : parameters)
        sorted.insert(pair.first, pair.second);
    QByteArray out;
    for (auto it = sorted.begin(); it != sorted.end(); ++it)
        out += (out.isEmpty() ? "" : "&") + encode(it.key()) + '=' + encode(it.value());
    return out;
}

QByteArray sha256(const QByteArray& data)
{
    return QCryptographicHash::hash(data, QCryptographicHash::Sha256).toHex();
}

} // namespace

QByteArray RawReply::header(const QByteArray& name) const
{
    for (const QByteArray& line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

QJsonObject RawReply::json() const
{
    return QJsonDocument::fromJson(body).object();
}
QString RawReply::code() const
{
    return json()["Code"_L1].toString();
}

RawReply exchange(int port, const QByteArray& bytes, int waitMs)
{
    RawReply reply;
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, quint16(port));
    if (!socket.waitForConnected(waitMs))
        return reply;
    socket.write(bytes);
    QByteArray received;
    qsizetype headEnd = -1;
    while (!reply.ended) {
        const bool more = socket.bytesAvailable() > 0 || socket.waitForReadyRead(waitMs);
        received += socket.readAll();
        if (headEnd < 0 && (headEnd = received.indexOf("\r\n\r\n")) >= 0) {
            reply.head = received.left(headEnd);
            reply.status = reply.head.mid(9, 3).toInt();
            const QByteArray length = reply.header("Content-Length");
            reply.promised = length.isNull() ? -1 : length.toLongLong();
        }
        reply.ended = (headEnd >= 0 && reply.promised >= 0 && received.size() - headEnd - 4 >= reply.promised)
            || (!more && socket.state() != QAbstractSocket::ConnectedState);
        if (!more)
            break;
    }
    if (headEnd >= 0)
        reply.body = received.mid(headEnd + 4);
    return reply;
}

RawReply get(const QUrl& url, const QByteArray& moreHeaders, int waitMs)
{
    const QByteArray target = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    return exchange(url.port(),
        "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(url.port()) + "\r\n" + moreHeaders
            + "\r\n",
        waitMs);
}

QByteArray TestSigner::build(
    const QByteArray& action, const TestPairs& query, const QByteArray& body, const TestPairs& more) const
{
    QMap<QByteArray, QByteArray> headers {
        { "host", host },
        { "x-acs-action", action },
        { "x-acs-version", "2020-11-09" },
        { "x-acs-date",
            QDateTime::currentDateTimeUtc().addSecs(clockOffsetS).toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s).toLatin1() },
        { "x-acs-signature-nonce", QUuid::createUuid().toByteArray(QUuid::Id128) },
        { "x-acs-content-sha256", sha256(body) },
        { "x-acs-credentials-provider", token.isEmpty() ? "static_ak" : "static_sts" },
    };
    if (!token.isEmpty()) {
        headers.insert("x-acs-accesskey-id", keyId);
        headers.insert("x-acs-security-token", token);
    }
    if (!body.isEmpty())
        headers.insert("content-type", "application/x-www-form-urlencoded");
    for (const auto& header : more) {
        if (header.second.isNull())
            headers.remove(header.first);
        else
            headers.insert(header.first, header.second);
    }
    QByteArray lines, wire;
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        lines += it.key() + ':' + it.value() + '\n';
        wire += it.key() + ": " + it.value() + "\r\n";
    }
    const QByteArray names = headers.keys().join(';');
    const QByteArray request =
        "POST\n/\n" + canonical(query) + '\n' + lines + '\n' + names + '\n' + headers.value("x-acs-content-sha256");
    const QByteArray signature =
        QMessageAuthenticationCode::hash("ACS3-HMAC-SHA256\n" + sha256(request), secret, QCryptographicHash::Sha256)
            .toHex();
    wire += "user-agent: AlibabaCloud (linux; x64) Node.js/v20.20.2 Core/1.0.1 TeaDSL/2\r\naccept: application/json\r\n"
            "Authorization: ACS3-HMAC-SHA256 Credential="
        + keyId + ",SignedHeaders=" + names + ",Signature=" + signature + "\r\nConnection: keep-alive\r\n";
    const QByteArray line = "POST /" + (query.isEmpty() ? QByteArray() : '?' + wireQuery(query)) + " HTTP/1.1\r\n";
    if (body.isEmpty())
        return line + wire + "Content-Length: 0\r\n\r\n";
    // In two chunks, as a body of unknown length travels.
    const QByteArray first = body.left(3), second = body.mid(3);
    return line + wire + "Transfer-Encoding: chunked\r\n\r\n3\r\n" + first + "\r\n"
        + QByteArray::number(second.size(), 16) + "\r\n" + second + "\r\n0\r\n\r\n";
}

QByteArray TestSigner::v3(const QByteArray& action, const TestPairs& parameters, const TestPairs& more) const
{
    return build(action, parameters, {}, more);
}

QByteArray TestSigner::v3WithForm(const QByteArray& action, const TestPairs& parameters) const
{
    return build(action, {}, wireQuery(parameters), {});
}

QByteArray TestSigner::rpc(const QByteArray& method, const QByteArray& action, const TestPairs& parameters) const
{
    TestPairs all = parameters;
    all += TestPairs {
        { "Action", action },
        { "Version", "2020-11-09" },
        { "Format", "JSON" },
        { "AccessKeyId", keyId },
        { "SignatureMethod", "HMAC-SHA1" },
        { "SignatureVersion", "1.0" },
        { "SignatureNonce", QUuid::createUuid().toByteArray(QUuid::Id128) },
        { "Timestamp",
            QDateTime::currentDateTimeUtc().addSecs(clockOffsetS).toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s).toLatin1() },
    };
    if (!token.isEmpty())
        all.append({ "SecurityToken", token });
    const QByteArray toSign = method + "&%2F&" + encode(canonical(all));
    all.append(
        { "Signature", QMessageAuthenticationCode::hash(toSign, secret + '&', QCryptographicHash::Sha1).toBase64() });
    const QByteArray text = canonical(all), head = "host: " + host + "\r\n";
    if (method == "GET")
        return "GET /?" + text + " HTTP/1.1\r\n" + head + "\r\n";
    return "POST / HTTP/1.1\r\n" + head + "x-acs-action: " + action
        + "\r\nx-acs-version: 2020-11-09\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: "
        + QByteArray::number(text.size()) + "\r\n\r\n" + text;
}
