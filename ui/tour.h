// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "playback/player.h"
#include "streams/stream_key.h"

#include <QObject>
#include <QTextStream>
#include <QTimer>

namespace proofreel {

class MainWindow;
class Workspace;

//! Does the main job in the real window without a person: library, streams, play, another rendition, a screenshot; says
//! on stdout what it did and ends the program (exit code 0, or 1 when a step does not come to its end). For machines
//! without a display, and for looking at a build in one command.
class Tour final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Tour)
public:
    Tour(Workspace& workspace, MainWindow& window, const QString& screenshotPath);

private:
    void onLibrary();
    void onSession();
    void play(const StreamKey& key);
    void onPlaying();
    void finish(const QString& problem = {});
    [[nodiscard]] bool saveScreenshot();

    Workspace& m_workspace;
    MainWindow& m_window;
    QString m_screenshotPath;
    QTextStream m_out;
    QTimer m_limit;
    QTimer m_watch;
    QList<StreamKey> m_renditions; // to be played, one after the other
    qsizetype m_played = 0;
    qint64 m_switchedAt = -1; // ms; where the first rendition was left
    bool m_listed = false, m_ready = false;
};

} // namespace proofreel
