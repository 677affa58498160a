// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/key_guard.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QKeyEvent>

namespace proofreel {

namespace {

bool isOwnKey(const QObject* widget, const QKeyEvent& event)
{
    if (event.modifiers() != Qt::NoModifier)
        return false;
    switch (event.key()) {
    case Qt::Key_Space:
        return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QComboBox*>(widget);
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
        return qobject_cast<const QAbstractItemView*>(widget) != nullptr;
    default:
        return false;
    }
}

} // namespace

bool KeyGuard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && isOwnKey(watched, *static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace proofreel
