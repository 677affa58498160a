// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/search/field_popup.h"

#include <QStringList>

class QLabel;
class QListWidget;

namespace proofreel {

//! What may come next in the field, as a list to choose from. No row is chosen until an arrow key or the mouse chooses
//! one, so that Enter goes on meaning what was typed.
class ChoicePopup final : public FieldPopup {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChoicePopup)
public:
    explicit ChoicePopup(QWidget* anchor);

    void offer(const QStringList& choices, const QString& title = {}); //!< none: hides
    void move(int by); //!< to the next or previous row; beyond either end: no row
    [[nodiscard]] QString chosen() const; //!< empty: no row is chosen
    [[nodiscard]] QString first() const;

Q_SIGNALS:
    void picked(const QString& choice); //!< with the mouse

private:
    QLabel* m_title = nullptr;
    QListWidget* m_list = nullptr;
};

} // namespace proofreel
