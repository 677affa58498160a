// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QHBoxLayout;
class QMenu;
class QToolButton;

namespace proofreel {

class SearchField;

//! The one bar of the window: account, search field, menu.
class TopBar final : public QWidget {
    Q_OBJECT
public:
    TopBar(QWidget* account, QMenu* menu, QWidget* parent = nullptr);

    void addTool(QWidget* tool); //!< before the menu
    void focusSearch(); //!< with what is in it selected
    [[nodiscard]] SearchField& searchField() { return *m_search; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    SearchField* m_search = nullptr;
    QHBoxLayout* m_row = nullptr;
};

} // namespace proofreel
