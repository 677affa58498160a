// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/widgets.h"

#include <QList>

class QAction;
class QMenu;

namespace proofreel {

//! A chip with a menu. It carries its subject's name while it leaves nothing out ("Status ▾"), else what it was set to,
//! outlined.
class MenuChip : public Chip {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MenuChip)
public:
    MenuChip(const QString& subject, QWidget* parent);

    [[nodiscard]] const QString& subject() const { return m_subject; }
    [[nodiscard]] bool isNarrowing() const { return isChecked(); }

protected:
    void showSetTo(const QString& text); //!< empty: leaves nothing out
    void nextCheckState() override {} // checked says that it narrows, not that it was pressed

private:
    QString m_subject;
};

//! One of several values.
class ChoiceChip final : public MenuChip {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChoiceChip)
public:
    ChoiceChip(const QString& subject, QWidget* parent);

    //! \a value as the service spells it; the one with an empty value leaves nothing out.
    void addChoice(const QString& value, const QString& text);
    void setValue(const QString& value); //!< shown also if it is none of the choices
    [[nodiscard]] const QString& value() const { return m_value; }

Q_SIGNALS:
    void chosen(const QString& value); //!< by a person

private:
    QString m_value;
};

} // namespace proofreel
