// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "raw_http.h"
#include "sandbox/server.h"

#include <QJsonArray>
#include <QTest>

#include <memory>

//! A running server and signed ways to ask it.
class SandboxFixture {
public:
    explicit SandboxFixture(proofreel::sandbox::Options options = {})
        : m_server(std::make_unique<proofreel::sandbox::Server>(std::move(options)))
    {
        m_problem = m_server->start().value_or(QString());
    }
    [[nodiscard]] QString problem() const { return m_problem; }
    proofreel::sandbox::Server& server() { return *m_server; }
    [[nodiscard]] int port() const { return QUrl(m_server->endpoint()).port(); }
    [[nodiscard]] int mediaPort() const { return QUrl(m_server->mediaEndpoint()).port(); }
    [[nodiscard]] TestSigner signer() const
    {
        return { m_server->accessKeyId().toLatin1(), m_server->accessKeySecret().toLatin1(), {},
            "127.0.0.1:" + QByteArray::number(port()), 0 };
    }
    RawReply ask(const QByteArray& action, const TestPairs& parameters = {})
    {
        return exchange(port(), signer().v3(action, parameters));
    }
    QJsonObject playInfo(const QString& mediaId, const TestPairs& more = {})
    {
        return ask("GetPlayInfo", TestPairs { { "MediaId", mediaId.toLatin1() } } + more).json();
    }
    //! The entry of that Definition and Format (and EncryptType); empty if there is none.
    static QJsonObject stream(
        const QJsonObject& reply, const QString& definition, const QString& format, const QString& encryptType = {})
    {
        const QJsonArray list = reply[QLatin1StringView("PlayInfoList")].toArray();
        for (const QJsonValue& value : list) {
            const QJsonObject info = value.toObject();
            if (info[QLatin1StringView("Definition")].toString() == definition
                && info[QLatin1StringView("Format")].toString() == format
                && info[QLatin1StringView("EncryptType")].toString() == encryptType)
                return info;
        }
        return {};
    }
    static QUrl playUrl(const QJsonObject& stream) { return QUrl(stream[QLatin1StringView("PlayURL")].toString()); }
    void fault(const char* text)
    {
        proofreel::sandbox::Faults faults;
        const auto problem = *text ? faults.set(QString::fromLatin1(text)) : std::nullopt;
        QVERIFY2(!problem, qPrintable(problem.value_or(QString())));
        m_server->setFaults(faults);
    }

    static QString cityId() { return QStringLiteral("86434e152b7d4f20be480574439fe001"); }
    static QString lectureId() { return QStringLiteral("f3c2b1a09f8e4d7c6b5a493827160504"); }
    static QString sampleId() { return QStringLiteral("2eea77a61c7b4ddd95bec34a6f65b000"); }

private:
    std::unique_ptr<proofreel::sandbox::Server> m_server;
    QString m_problem;
};
