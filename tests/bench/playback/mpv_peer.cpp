// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mpv_peer.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QThread>

namespace proofreel::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int patienceMs = 10'000;
constexpr int endPatienceMs = 3000;
} // namespace

MpvPeer::MpvPeer(Outputs outputs)
    : m_outputs(outputs)
{
}

MpvPeer::~MpvPeer()
{
    if (m_process.state() != QProcess::NotRunning) {
        send({ u"quit"_s });
        if (!m_process.waitForFinished(endPatienceMs))
            m_process.kill();
        m_process.waitForFinished(1000);
    }
    if (m_display.state() != QProcess::NotRunning) {
        m_display.terminate();
        m_display.waitForFinished(endPatienceMs);
    }
}

bool MpvPeer::startDisplay()
{
    if (m_environment.contains(u"DISPLAY"_s) || m_environment.contains(u"WAYLAND_DISPLAY"_s))
        return true;
    // It chooses a free number and says which.
    m_display.start(
        u"Xvfb"_s, { u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1920x1080x24"_s, u"-nolisten"_s, u"tcp"_s });
    while (!m_display.canReadLine())
        if (!m_display.waitForReadyRead(patienceMs))
            return false;
    m_environment.insert(u"DISPLAY"_s, u':' + QString::fromLatin1(m_display.readLine().trimmed()));
    return true;
}

bool MpvPeer::start()
{
    if (QStandardPaths::findExecutable(u"mpv"_s).isEmpty())
        return false;
    const QString socket = m_folder.filePath(u"mpv"_s);
    QStringList options { u"--no-config"_s, u"--idle"_s, u"--no-terminal"_s, u"--input-ipc-server="_s + socket };
    if (m_outputs != Outputs::Plain)
        options += u"--ao=null"_s;
    options += m_outputs == Outputs::Bare ? u"--vo=null"_s : u"--force-window"_s;
    if (m_outputs != Outputs::Bare && !startDisplay())
        return false;
    m_process.setProcessEnvironment(m_environment);
    m_process.start(u"mpv"_s, options);
    QElapsedTimer since;
    since.start();
    while (since.elapsed() < patienceMs && m_process.state() != QProcess::NotRunning) {
        m_socket.connectToServer(socket);
        if (m_socket.waitForConnected(100))
            return true;
        QThread::msleep(20);
    }
    return false;
}

void MpvPeer::send(const QJsonArray& command)
{
    m_socket.write(QJsonDocument(QJsonObject { { u"command"_s, command } }).toJson(QJsonDocument::Compact) + '\n');
    m_socket.flush();
}

QJsonObject MpvPeer::readUntil(const std::function<bool(const QJsonObject&)>& found)
{
    QElapsedTimer since;
    since.start();
    while (since.elapsed() < patienceMs) {
        while (m_socket.canReadLine()) {
            const QJsonObject message = QJsonDocument::fromJson(m_socket.readLine()).object();
            if (found(message))
                return message;
        }
        m_socket.waitForReadyRead(100);
    }
    return {};
}

double MpvPeer::open(const QUrl& url)
{
    QElapsedTimer since;
    since.start();
    send({ u"loadfile"_s, url.toString(QUrl::FullyEncoded) });
    const QJsonObject shown = readUntil([](const QJsonObject& m) { return m[u"event"] == u"playback-restart"_s; });
    return shown.isEmpty() ? -1 : double(since.nsecsElapsed()) / 1e6;
}

void MpvPeer::stop()
{
    send({ u"stop"_s });
    readUntil([](const QJsonObject& m) { return m[u"event"] == u"end-file"_s; });
}

QString MpvPeer::output(char kind)
{
    send({ u"get_property"_s, u"current-%1o"_s.arg(QLatin1Char(kind)) });
    const QString name = readUntil([](const QJsonObject& m) { return m.contains(u"error"_s); })[u"data"_s].toString();
    return name.isEmpty() ? u"none"_s : name;
}

} // namespace proofreel::bench
