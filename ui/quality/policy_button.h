// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <QToolButton>

namespace proofreel {

class PolicyChoice;

//! Says which policy is in force and lets a person choose another one: shipped, or a file.
class PolicyButton final : public QToolButton {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PolicyButton)
public:
    explicit PolicyButton(PolicyChoice& choice, QWidget* parent = nullptr);

    void setEditAction(QAction* action) { m_edit = action; } //!< stands in the menu

Q_SIGNALS:
    void fileRefused(const proofreel::Error& error); //!< the one that was chosen cannot be used

private:
    void refresh();
    void fillMenu();
    void chooseFile();

    PolicyChoice& m_choice;
    QAction* m_edit = nullptr;
};

} // namespace proofreel
