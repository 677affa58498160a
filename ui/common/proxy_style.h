// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProxyStyle>

namespace proofreel {

//! Fusion, with icons that grow with the text (in line edits, buttons and menus), and our own to clear a line edit.
class ProxyStyle final : public QProxyStyle {
    Q_OBJECT
public:
    ProxyStyle();
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    [[nodiscard]] QIcon standardIcon(
        StandardPixmap kind, const QStyleOption* option, const QWidget* widget) const override;
};

} // namespace proofreel
