// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QList>
#include <QObject>

namespace proofreel {

//! Everything that can be done to what is playing, once: for buttons, the context menu, the keyboard and the key sheet.
//! Arrow keys and Home/End act while the player has the focus, the rest anywhere in its window.
class PlayerActions final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlayerActions)
public:
    explicit PlayerActions(QObject* parent = nullptr);

    void setPlaying(bool playing);
    void setMuted(bool muted);
    void setFullScreen(bool on);
    void setAvailable(bool on); //!< something is open
    [[nodiscard]] const QList<QAction*>& all() const { return m_all; }

private:
    QList<QAction*> m_all; // first: the actions below enter themselves here

public:
    QAction* playPause;
    QAction* back5;
    QAction* forward5;
    QAction* back1;
    QAction* forward1;
    QAction* stepBack;
    QAction* stepForward;
    QAction* toStart;
    QAction* toEnd;
    QAction* slower;
    QAction* faster;
    QAction* normalSpeed;
    QAction* volumeDown;
    QAction* volumeUp;
    QAction* mute;
    QAction* fullScreen;
    QAction* leaveFullScreen;
    QAction* stats;
    QAction* screenshot;
    QAction* copyTimecode;

private:
    QAction* add(const QString& name, const QString& text, const QKeySequence& key, const QString& iconName = {},
        Qt::ShortcutContext context = Qt::WindowShortcut);
};

} // namespace proofreel
