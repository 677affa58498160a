// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/open_list.h"

#include <QObject>

#include <functional>

class QMimeData;

namespace proofreel {

class ErrorStrip;
class PlaybackLink;
class Workspace;

//! Opens whatever a person pastes, drops, chooses or names on the command line. One thing opens; many go to the review
//! queue, which can be taken back.
class Opener final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Opener)
public:
    //! Nothing is owned. \a strip: where it is said what was not understood, and what was added.
    Opener(Workspace& workspace, PlaybackLink& link, ErrorStrip& strip, QObject* parent = nullptr);

    void openWords(const QStringList& words); //!< each a target, a file, or a text of several lines
    void openTarget(const OpenTarget& target);
    void openMimeData(const QMimeData& data);
    void openClipboard();
    void chooseList(QWidget* parent); //!< asks for a file
    void addToQueue(const QList<OpenTarget>& targets, const QString& report = {});
    [[nodiscard]] static bool canOpen(const QMimeData& data);

    void connected(); //!< there is an account: what waits for one goes on
    void connectFailed() { m_waiting = nullptr; }
    [[nodiscard]] bool isWaiting() const { return static_cast<bool>(m_waiting); }

Q_SIGNALS:
    void connectNeeded();
    void opening(); //!< something is about to be shown
    void urlOpened(const QString& title); //!< without an asset
    void queued(); //!< the review queue is to be shown

private:
    void openList(const OpenList& list);
    void whenConnected(std::function<void()> open);
    void whenQueueIsLoaded(std::function<void()> then);

    Workspace& m_workspace;
    PlaybackLink& m_link;
    ErrorStrip& m_strip;
    CallHandle m_gather;
    std::function<void()> m_waiting;
};

} // namespace proofreel
