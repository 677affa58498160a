// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

namespace proofreel {

//! A sheet that hangs under a field and lies over what is below. Part of the window, so the field keeps the focus.
class FieldPopup : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldPopup)
public:
    explicit FieldPopup(QWidget* anchor);
    void popUp(); //!< shows it, or finds its place again after its content has changed

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    QWidget* m_anchor = nullptr;
};

} // namespace proofreel
