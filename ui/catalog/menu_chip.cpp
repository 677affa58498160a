// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/catalog/menu_chip.h"

#include <QAction>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr qsizetype kMostLetters = 24;

} // namespace

MenuChip::MenuChip(const QString& subject, QWidget* parent)
    : Chip({}, parent)
    , m_subject(subject)
{
    setMenu(new QMenu(this));
    setPopupMode(InstantPopup);
    showSetTo({});
}

void MenuChip::showSetTo(const QString& text)
{
    const QString one = text.simplified();
    const QString name = one.isEmpty() ? m_subject : one;
    QString label = name.size() > kMostLetters ? name.left(kMostLetters) + u'…' : name;
    setText(label.replace(u'&', u"&&"_s) + u" ▾"_s);
    setChecked(!one.isEmpty());
    setAccessibleName(one.isEmpty() ? m_subject : m_subject + u": "_s + one);
    updateGeometry();
}

ChoiceChip::ChoiceChip(const QString& subject, QWidget* parent)
    : MenuChip(subject, parent)
{
}

void ChoiceChip::addChoice(const QString& value, const QString& text)
{
    QAction* action = menu()->addAction(text);
    action->setData(value);
    action->setCheckable(true);
    action->setChecked(value == m_value);
    connect(action, &QAction::triggered, this, [this, value] {
        const bool isOther = value != m_value;
        setValue(value);
        if (isOther)
            Q_EMIT chosen(value);
    });
}

void ChoiceChip::setValue(const QString& value)
{
    m_value = value;
    QString text = value;
    const QList<QAction*> choices = menu()->actions();
    for (QAction* choice : choices) {
        const bool isIt = choice->data().toString() == value;
        choice->setChecked(isIt);
        if (isIt)
            text = choice->text();
    }
    showSetTo(value.isEmpty() ? QString() : text);
}

} // namespace proofreel
