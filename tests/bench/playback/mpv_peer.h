// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QLocalSocket>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

#include <functional>

namespace proofreel::bench {

//! mpv kept running with --idle, spoken to over its JSON IPC: the strongest way to compare with it.
class MpvPeer {
public:
    //! Plain: as a person runs it, with its own choice of outputs and its window kept open while it idles.
    //! Silent: the same without sound (where there is no device, looking for one takes its time).
    //! Bare: neither picture nor sound goes anywhere; what is left is the opening alone.
    enum class Outputs { Plain, Silent, Bare };

    MpvPeer(Outputs outputs); // NOLINT(google-explicit-constructor)
    ~MpvPeer();
    //! A window needs a display: that of the environment, or an Xvfb of its own where there is none. False: not
    //! installed or did not come up.
    bool start();
    //! From loadfile to playback-restart, the first frame; milliseconds, -1 on failure.
    double open(const QUrl& url);
    void stop(); //!< and waits until it idles
    //! What it plays to at the moment, 'v'ideo or 'a'udio: e.g. "gpu", "alsa"; "none" where it found nothing.
    QString output(char kind);

private:
    bool startDisplay();
    QJsonObject readUntil(const std::function<bool(const QJsonObject&)>& found);
    void send(const QJsonArray& command);

    Outputs m_outputs;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    QProcess m_display;

    QTemporaryDir m_folder;
    QProcess m_process;
    QLocalSocket m_socket;
};

} // namespace proofreel::bench
