// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dock_grip.h"

#include "ui/common/theme.h"

#include <QDockWidget>
#include <QPainter>

namespace proofreel {

namespace {

constexpr int kHeight = Theme::kSpace;
constexpr int kDot = 2;

} // namespace

DockGrip::DockGrip(QDockWidget* dock)
    : QWidget(dock)
{
    setToolTip(tr("Drag to move this panel, double-click to detach it"));
    setAccessibleName(dock->windowTitle());
    setCursor(Qt::SizeAllCursor);
    setAttribute(Qt::WA_Hover);
}

QSize DockGrip::sizeHint() const
{
    return { 4 * kHeight, kHeight };
}

void DockGrip::paintEvent(QPaintEvent*)
{
    if (!underMouse()) // quiet until somebody looks for it
        return;
    QPainter painter(this);
    const QColor color = Theme::color(Theme::Tone::Neutral);
    for (int dot = -3; dot <= 3; ++dot)
        painter.fillRect(width() / 2 + dot * 3 * kDot, (height() - kDot) / 2, kDot, kDot, color);
}

} // namespace proofreel
