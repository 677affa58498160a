// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QMenu;
class QToolButton;

namespace proofreel {

//! The one bar of the window: account, search field, menu.
class TopBar final : public QWidget {
    Q_OBJECT
public:
    TopBar(QWidget* account, QMenu* menu, QWidget* parent = nullptr);

    void focusSearch(); //!< with what is in it selected
    void clearSearch();

Q_SIGNALS:
    void openRequested(const QString& text); //!< Enter; never empty

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLineEdit* m_search = nullptr;
};

} // namespace proofreel
