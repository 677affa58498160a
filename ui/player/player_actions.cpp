// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/player_actions.h"

#include "ui/common/icons.h"

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kHere = Qt::WidgetWithChildrenShortcut;

} // namespace

PlayerActions::PlayerActions(QObject* parent)
    : QObject(parent)
    , playPause(add(u"playPause"_s, tr("Play"), Qt::Key_Space, u"play"_s))
    , back5(add(u"back5"_s, tr("Back 5 seconds"), Qt::Key_Left, {}, kHere))
    , forward5(add(u"forward5"_s, tr("Forward 5 seconds"), Qt::Key_Right, {}, kHere))
    , back1(add(u"back1"_s, tr("Back 1 second"), Qt::SHIFT | Qt::Key_Left, {}, kHere))
    , forward1(add(u"forward1"_s, tr("Forward 1 second"), Qt::SHIFT | Qt::Key_Right, {}, kHere))
    , stepBack(add(u"stepBack"_s, tr("Previous frame"), Qt::Key_Comma, u"step-back"_s))
    , stepForward(add(u"stepForward"_s, tr("Next frame"), Qt::Key_Period, u"step-forward"_s))
    , toStart(add(u"toStart"_s, tr("To the start"), Qt::Key_Home, {}, kHere))
    , toEnd(add(u"toEnd"_s, tr("To the end"), Qt::Key_End, {}, kHere))
    , slower(add(u"slower"_s, tr("Slower"), Qt::Key_BracketLeft))
    , faster(add(u"faster"_s, tr("Faster"), Qt::Key_BracketRight))
    , normalSpeed(add(u"normalSpeed"_s, tr("Normal speed"), Qt::Key_Backspace, {}, kHere))
    , volumeDown(add(u"volumeDown"_s, tr("Quieter"), Qt::Key_9))
    , volumeUp(add(u"volumeUp"_s, tr("Louder"), Qt::Key_0))
    , mute(add(u"mute"_s, tr("Mute"), Qt::Key_M, u"volume"_s))
    , fullScreen(add(u"fullScreen"_s, tr("Full screen"), Qt::Key_F, u"fullscreen"_s))
    , leaveFullScreen(add(u"leaveFullScreen"_s, tr("Leave full screen"), Qt::Key_Escape))
    , stats(add(u"stats"_s, tr("Playback statistics"), Qt::Key_I, u"info"_s))
    , screenshot(add(u"screenshot"_s, tr("Save screenshot…"), Qt::Key_S, u"camera"_s))
    , copyTimecode(add(u"copyTimecode"_s, tr("Copy timecode"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, u"copy"_s))
{
    stats->setCheckable(true);
    leaveFullScreen->setEnabled(false);
    for (QAction* once : { playPause, mute, fullScreen, screenshot, copyTimecode })
        once->setAutoRepeat(false);
    setAvailable(false);
}

QAction* PlayerActions::add(const QString& name, const QString& text, const QKeySequence& key, const QString& iconName,
    Qt::ShortcutContext context)
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(context);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    m_all.append(action);
    return action;
}

void PlayerActions::setPlaying(bool playing)
{
    playPause->setText(playing ? tr("Pause") : tr("Play"));
    playPause->setIcon(icon(playing ? u"pause"_s : u"play"_s));
}

void PlayerActions::setMuted(bool muted)
{
    mute->setText(muted ? tr("Sound on") : tr("Mute"));
    mute->setIcon(icon(muted ? u"volume-muted"_s : u"volume"_s));
}

void PlayerActions::setFullScreen(bool on)
{
    fullScreen->setText(on ? tr("Leave full screen") : tr("Full screen"));
    fullScreen->setIcon(icon(on ? u"exit-fullscreen"_s : u"fullscreen"_s));
    leaveFullScreen->setEnabled(on);
}

void PlayerActions::setAvailable(bool on)
{
    for (QAction* action : { playPause, back5, forward5, back1, forward1, stepBack, stepForward, toStart, toEnd, slower,
             faster, normalSpeed, screenshot, copyTimecode })
        action->setEnabled(on);
}

} // namespace proofreel
