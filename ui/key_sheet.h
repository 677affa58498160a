// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QDialog>
#include <QList>

namespace proofreel {

//! All keys on one sheet, read from the actions themselves, so that it cannot go out of date.
class KeySheet final : public QDialog {
    Q_OBJECT
public:
    struct Group {
        QString title;
        QList<QAction*> actions;
    };
    KeySheet(const QList<Group>& groups, QWidget* parent);
};

} // namespace proofreel
