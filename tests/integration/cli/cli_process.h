// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <functional>

namespace proofreel::test {

constexpr int kCliLimitMs = 60'000;

struct CliFinished {
    int exitCode = -1;
    QByteArray out, err;
};

inline bool put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

inline QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QJsonArray arrayOf(const QByteArray& json)
{
    return QJsonDocument::fromJson(json).array();
}

//! Waits for its end; exit code -1 if that does not come.
inline CliFinished finishCli(QProcess& process, int limitMs = kCliLimitMs)
{
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(limitMs)) {
        process.kill();
        process.waitForFinished(kCliLimitMs);
    }
    return { process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
        process.readAllStandardError() };
}

//! \a inChild as for QProcess::setChildProcessModifier().
inline CliFinished runCli(
    const QProcessEnvironment& environment, const QStringList& arguments, const std::function<void()>& inChild = {})
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setChildProcessModifier(inChild);
    process.start(qEnvironmentVariable("PROOFREEL_CLI"), arguments);
    return finishCli(process);
}

//! The program's own sandbox in another process, and the program run against it.
class CliSandbox {
public:
    bool start(const QStringList& options = {})
    {
        m_process.start(qEnvironmentVariable("PROOFREEL_CLI"), QStringList { QStringLiteral("sandbox") } + options);
        if (!m_process.waitForStarted(kCliLimitMs)
            || !QTest::qWaitFor([this] { return m_process.canReadLine(); }, kCliLimitMs))
            return false;
        ready = QJsonDocument::fromJson(m_process.readLine()).object();
        return true;
    }
    //! True if SIGTERM ended it in order.
    bool stop()
    {
        m_process.terminate();
        return m_process.waitForFinished(kCliLimitMs) && m_process.exitStatus() == QProcess::NormalExit
            && m_process.exitCode() == 0;
    }
    [[nodiscard]] QString endpoint() const { return ready.value(QLatin1String("endpoint")).toString(); }
    [[nodiscard]] QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(
            QStringLiteral("ALIBABA_CLOUD_ACCESS_KEY_ID"), ready.value(QLatin1String("accessKeyId")).toString());
        environment.insert(QStringLiteral("ALIBABA_CLOUD_ACCESS_KEY_SECRET"),
            ready.value(QLatin1String("accessKeySecret")).toString());
        return environment;
    }
    [[nodiscard]] CliFinished run(const QStringList& arguments, const std::function<void()>& inChild = {}) const
    {
        return runCli(environment(), QStringList { QStringLiteral("--endpoint"), endpoint() } + arguments, inChild);
    }

    QJsonObject ready; //!< its first line

private:
    QProcess m_process;
};

} // namespace proofreel::test
