// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/widgets.h"

#include "ui/common/fonts.h"
#include "ui/common/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QToolTip>

namespace proofreel {

using namespace Qt::StringLiterals;

Chip::Chip(const QString& text, QWidget* parent)
    : QToolButton(parent)
{
    setText(text);
    setCheckable(true);
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

IconButton::IconButton(QAction* action, QWidget* parent)
    : QToolButton(parent)
{
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setDefaultAction(action);
    setToolButtonStyle(Qt::ToolButtonIconOnly);
    const int side = controlHeight(this) - Theme::kSpace;
    setIconSize(QSize(side, side));
    const auto describe = [this, action] {
        const QString name = action->text().remove(u'&');
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        setToolTip(keys.isEmpty() ? name : u"%1 (%2)"_s.arg(name, keys));
        setAccessibleName(name);
    };
    describe();
    // After the button's own slot, which would put the action's plain tooltip back.
    connect(action, &QAction::changed, this, describe);
}

void copyToClipboard(const QString& text, QWidget* near)
{
    QGuiApplication::clipboard()->setText(text);
    QToolTip::showText(
        near->mapToGlobal(QPoint(0, near->height())), QCoreApplication::translate("Copy", "Copied"), near, {}, 2000);
}

} // namespace proofreel
