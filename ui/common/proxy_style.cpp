// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/proxy_style.h"

#include "ui/common/icons.h"

#include <QApplication>
#include <QFontMetrics>
#include <QStyleFactory>
#include <QWidget>

#include <algorithm>

namespace proofreel {

using namespace Qt::StringLiterals;

ProxyStyle::ProxyStyle()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{
}

int ProxyStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    const int usual = QProxyStyle::pixelMetric(metric, option, widget);
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_LineEditIconSize:
        return std::max(usual, widget ? widget->fontMetrics().height() : QFontMetrics(QApplication::font()).height());
    default:
        return usual;
    }
}

QIcon ProxyStyle::standardIcon(StandardPixmap kind, const QStyleOption* option, const QWidget* widget) const
{
    if (kind == SP_LineEditClearButton) // Qt's comes as pictures in many sizes, which are all read at once
        return icon(u"close"_s, Theme::Tone::Secondary);
    return QProxyStyle::standardIcon(kind, option, widget);
}

} // namespace proofreel
