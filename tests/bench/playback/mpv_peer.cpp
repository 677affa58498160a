// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mpv_peer.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QThread>

namespace proofreel::bench {

using namespace Qt::StringLiterals;

MpvPeer::~MpvPeer()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_socket.write("{\"command\":[\"quit\"]}\n");
    m_socket.flush();
    if (!m_process.waitForFinished(3000))
        m_process.kill();
    m_process.waitForFinished(1000);
}

bool MpvPeer::start()
{
    if (QStandardPaths::findExecutable(u"mpv"_s).isEmpty())
        return false;
    const QString socket = m_folder.filePath(u"mpv"_s);
    m_process.start(u"mpv"_s,
        { u"--no-config"_s, u"--idle"_s, u"--vo=null"_s, u"--ao=null"_s, u"--no-terminal"_s, u"--cache=yes"_s,
            u"--input-ipc-server="_s + socket });
    QElapsedTimer since;
    since.start();
    while (since.elapsed() < 10'000 && m_process.state() != QProcess::NotRunning) {
        m_socket.connectToServer(socket);
        if (m_socket.waitForConnected(100))
            return true;
        QThread::msleep(20);
    }
    return false;
}

bool MpvPeer::waitFor(const QByteArray& event)
{
    QElapsedTimer since;
    since.start();
    while (since.elapsed() < 10'000) {
        while (m_socket.canReadLine()) {
            const QJsonObject message = QJsonDocument::fromJson(m_socket.readLine()).object();
            if (message[u"event"].toString().toUtf8() == event)
                return true;
        }
        m_socket.waitForReadyRead(100);
    }
    return false;
}

double MpvPeer::open(const QUrl& url)
{
    const QJsonObject command { { u"command"_s, QJsonArray { u"loadfile"_s, url.toString(QUrl::FullyEncoded) } } };
    QElapsedTimer since;
    since.start();
    m_socket.write(QJsonDocument(command).toJson(QJsonDocument::Compact) + '\n');
    m_socket.flush();
    return waitFor("playback-restart") ? double(since.nsecsElapsed()) / 1e6 : -1;
}

void MpvPeer::stop()
{
    m_socket.write("{\"command\":[\"stop\"]}\n");
    m_socket.flush();
    waitFor("end-file");
}

} // namespace proofreel::bench
