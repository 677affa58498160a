// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/search/search_field.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/search/choice_popup.h"
#include "ui/search/match_help.h"
#include "ui/search/problem_popup.h"
#include "ui/search/target_words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QScopedValueRollback>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace proofreel {

SearchField::SearchField(QWidget* parent)
    : QLineEdit(parent)
    , m_choices(new ChoicePopup(this))
    , m_problem(new ProblemPopup(this))
    , m_helpSheet(new MatchHelp(this))
{
    setObjectName(u"searchField"_s);
    setAccessibleName(tr("Search or open"));
    addAction(icon(u"search"_s, Theme::Tone::Secondary), LeadingPosition);
    setClearButtonEnabled(true);
    setAcceptDrops(false); // what is dropped anywhere on the window is opened
    m_expert = addAction(icon(u"code"_s, Theme::Tone::Secondary), TrailingPosition);
    m_expert->setObjectName(u"searchExpert"_s);
    m_expert->setText(tr("Search with an expression"));
    m_expert->setCheckable(true);
    m_expert->setShortcut(Qt::CTRL | Qt::Key_M);
    m_help = addAction(icon(u"help"_s, Theme::Tone::Secondary), TrailingPosition);
    m_help->setObjectName(u"searchHelp"_s);
    m_help->setText(tr("How expressions are written"));
    m_help->setShortcut(Qt::CTRL | Qt::Key_Question);
    m_help->setVisible(false);
    for (QAction* action : { m_expert, m_help })
        action->setToolTip(u"%1 (%2)"_s.arg(action->text(), action->shortcut().toString(QKeySequence::NativeText)));

    m_rest.setSingleShot(true);
    m_rest.setInterval(250ms);
    connect(&m_rest, &QTimer::timeout, this, [this] { Q_EMIT rested(text()); });
    connect(this, &QLineEdit::textEdited, this, &SearchField::onEdited);
    connect(this, &QLineEdit::textChanged, this, &SearchField::onClear);
    connect(m_choices, &ChoicePopup::picked, this, &SearchField::take);
    connect(m_expert, &QAction::toggled, this, &SearchField::onExpert);
    connect(m_help, &QAction::triggered, this, [this] { m_helpSheet->toggle(); });
    onExpert(false);
}

void SearchField::replaceText(const QString& text)
{
    m_rest.stop();
    m_choices->hide();
    hideProblem();
    const QScopedValueRollback quiet(m_replacing, true);
    setText(text);
    setCursorPosition(isExpert() ? 0 : static_cast<int>(text.size()));
}

bool SearchField::isChoosing() const
{
    return m_choices->isVisible();
}

void SearchField::showProblem(const Error& error)
{
    m_choices->hide();
    m_helpSheet->hide();
    m_problem->showProblem(error);
}

void SearchField::showHint(const QString& text)
{
    m_choices->hide();
    m_problem->showHint(text);
}

void SearchField::hideProblem()
{
    m_problem->hide();
}

void SearchField::onEdited()
{
    hideProblem();
    if (isExpert())
        return;
    m_rest.start();
    complete();
}

// The clear button says so by textChanged alone, and textEdited does not follow.
void SearchField::onClear()
{
    if (m_replacing || !text().isEmpty() || isModified())
        return;
    m_choices->hide();
    hideProblem();
    m_rest.stop();
    Q_EMIT submitted({});
}

void SearchField::onExpert(bool on)
{
    setPlaceholderText(on ? tr("Match expression: title = 'city' and status == '3'")
                          : tr("Search title, tag:, cat: … or paste MediaIds and URLs"));
    setToolTip(on ? tr("An expression as SearchMedia takes it (/)") : tr("Search, or open MediaIds and URLs (/)"));
    m_help->setVisible(on);
    m_expert->setIcon(icon(u"code"_s, on ? Theme::Tone::Accent : Theme::Tone::Secondary));
    m_helpSheet->hide();
    m_choices->hide();
    m_rest.stop();
    hideProblem();
    applyFont();
    Q_EMIT expertToggled(on);
}

void SearchField::applyFont()
{
    const QFont wanted = isExpert() ? monospace(parentWidget()->font()) : parentWidget()->font();
    if (font() != wanted)
        setFont(wanted);
}

void SearchField::complete()
{
    m_completion = m_completer ? m_completer(text(), cursorPosition()) : SearchCompletion {};
    const QString now = text().mid(m_completion.start, m_completion.length);
    m_completion.choices.removeAll(now);
    m_choices->offer(m_completion.choices);
}

void SearchField::take(const QString& choice)
{
    if (m_completion.length < 0) { // a recent search: all of the text
        replaceText(choice);
        Q_EMIT submitted(text());
        return;
    }
    const QString tail = text().mid(m_completion.start + m_completion.length);
    const bool whole = !choice.endsWith(u':');
    const QString gap = whole && !tail.startsWith(u' ') ? u" "_s : QString();
    setText(text().left(m_completion.start) + choice + gap + tail);
    setCursorPosition(static_cast<int>(m_completion.start + choice.size() + (whole ? 1 : 0)));
    m_rest.start();
    complete();
}

void SearchField::offerRecents()
{
    const QStringList recents = m_recents ? m_recents() : QStringList();
    m_completion = { .start = 0, .length = -1, .choices = recents };
    m_choices->offer(recents, tr("Recent searches"));
    m_choices->move(1);
}

bool SearchField::handleChoosing(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Down:
        m_choices->move(1);
        return true;
    case Qt::Key_Up:
        m_choices->move(-1);
        return true;
    case Qt::Key_Tab:
        take(m_choices->chosen().isEmpty() ? m_choices->first() : m_choices->chosen());
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_choices->chosen().isEmpty())
            return false; // what was typed
        take(m_choices->chosen());
        return true;
    case Qt::Key_Escape:
        m_choices->hide();
        return true;
    default:
        return false;
    }
}

bool SearchField::event(QEvent* event)
{
    // Tab would move the focus before keyPressEvent() sees it.
    if (event->type() == QEvent::KeyPress && m_choices->isVisible()) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Tab && handleChoosing(key))
            return true;
    }
    return QLineEdit::event(event);
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (m_choices->isVisible() && handleChoosing(event))
        return;
    if (event->matches(QKeySequence::Paste)) {
        const QString pasted = QGuiApplication::clipboard()->text();
        if (pasted.trimmed().contains(u'\n') && isOnlyTargets(pasted)) {
            Q_EMIT listPasted(pasted);
            return;
        }
    }
    switch (event->key()) {
    case Qt::Key_Down:
        if (text().isEmpty() && !isExpert())
            offerRecents();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_rest.stop();
        m_choices->hide();
        Q_EMIT submitted(text());
        return;
    case Qt::Key_Escape:
        if (m_problem->isVisible() || m_helpSheet->isVisible()) {
            hideProblem();
            m_helpSheet->hide();
            return;
        }
        Q_EMIT left(text());
        replaceText({});
        clearFocus();
        Q_EMIT cancelled();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void SearchField::focusOutEvent(QFocusEvent* event)
{
    if (event->reason() != Qt::PopupFocusReason) {
        m_choices->hide();
        m_helpSheet->hide();
        Q_EMIT left(text());
    }
    QLineEdit::focusOutEvent(event);
}

void SearchField::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        applyFont();
}

} // namespace proofreel
