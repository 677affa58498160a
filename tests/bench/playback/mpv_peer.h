// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLocalSocket>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace proofreel::bench {

//! mpv kept running with --idle, spoken to over its JSON IPC: the strongest way to compare with it.
class MpvPeer {
public:
    ~MpvPeer();
    bool start(); //!< false: not installed or did not come up
    //! From loadfile to playback-restart, the first frame; milliseconds, -1 on failure.
    double open(const QUrl& url);
    void stop(); //!< and waits until it idles

private:
    bool waitFor(const QByteArray& event);

    QTemporaryDir m_folder;
    QProcess m_process;
    QLocalSocket m_socket;
};

} // namespace proofreel::bench
