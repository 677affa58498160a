// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QDockWidget;

namespace proofreel {

//! The title bar of a dock, as low as it can be: panels have headings of their own. Drag to move, double-click to
//! float.
class DockGrip final : public QWidget {
    Q_OBJECT
public:
    explicit DockGrip(QDockWidget* dock);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace proofreel
