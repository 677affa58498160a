// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProxyStyle>

namespace proofreel {

//! Fusion, with icons that grow with the text: in line edits, buttons and menus.
class ProxyStyle final : public QProxyStyle {
    Q_OBJECT
public:
    ProxyStyle();
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
};

} // namespace proofreel
