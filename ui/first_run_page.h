// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace proofreel {

//! What stands in the window while there is no account: one card for each way to begin. No wizard.
class FirstRunPage final : public QWidget {
    Q_OBJECT
public:
    explicit FirstRunPage(QWidget* parent = nullptr);

Q_SIGNALS:
    void demoRequested();
    void addAccountRequested();
    void openRequested(); //!< put the cursor into the search field

private:
    QWidget* card(const QString& name, const QString& iconName, const QString& title, const QString& text,
        const QString& button, bool primary, void (FirstRunPage::*signal)());
};

} // namespace proofreel
