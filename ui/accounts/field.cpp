// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/accounts/field.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace proofreel {

Field::Field(QWidget* input, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_input(input)
    , m_note(new QLabel(this))
{
    input->setParent(this);
    input->setObjectName(name);
    input->installEventFilter(this);
    m_note->setObjectName(name + u"Note"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setFont(scaled(font(), kSecondarySize));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(2);
    rows->addWidget(input);
    rows->addWidget(m_note);
    showState();
}

void Field::setProblem(const QString& text)
{
    m_problem = text;
    showState();
}

void Field::setHint(const QString& text)
{
    m_hint = text;
    showState();
}

void Field::showProblems()
{
    m_touched = true;
    showState();
}

void Field::reset()
{
    m_touched = false;
    showState();
}

void Field::showState()
{
    const bool wrong = m_touched && !m_problem.isEmpty();
    const QString text = wrong ? m_problem : m_hint;
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText, Theme::color(wrong ? Theme::Tone::Failure : Theme::Tone::Secondary));
    m_note->setPalette(palette);
    m_note->setText(wrong ? u"✕ "_s + text : text);
    m_note->setVisible(!text.isEmpty());
    m_input->setAccessibleDescription(text);
}

bool Field::eventFilter(QObject* watched, QEvent* event)
{
    // An empty field that was only passed through is not wrong yet; Save will say so.
    if (watched == m_input && event->type() == QEvent::FocusOut) {
        const auto* edit = qobject_cast<QLineEdit*>(m_input);
        if (!edit || !edit->text().isEmpty())
            showProblems();
    }
    return QWidget::eventFilter(watched, event);
}

QLineEdit* makeSecretEdit(QWidget* parent, const QString& revealText)
{
    auto* edit = new QLineEdit(parent);
    edit->setEchoMode(QLineEdit::Password);
    edit->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    edit->setFont(monospace(edit->font()));
    auto* reveal = edit->addAction(icon(u"eye"_s), QLineEdit::TrailingPosition);
    reveal->setText(revealText);
    reveal->setToolTip(revealText);
    reveal->setCheckable(true);
    QObject::connect(reveal, &QAction::toggled, edit, [edit, reveal](bool shown) {
        edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
        reveal->setIcon(icon(shown ? u"eye-off"_s : u"eye"_s));
    });
    return edit;
}

} // namespace proofreel
