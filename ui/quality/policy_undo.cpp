// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/policy_undo.h"

#include "workspace/policy_draft.h"

#include <QEvent>
#include <QKeyEvent>
#include <QWidget>

namespace proofreel {

namespace {

constexpr qint64 kSoon = 1500; // ms

class UndoGuard final : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::ShortcutOverride) {
            const auto* key = static_cast<QKeyEvent*>(event);
            if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
                event->ignore();
                return true;
            }
        }
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

PolicyCommand::PolicyCommand(PolicyDraft& draft, QString text, How how, QString subject)
    : m_draft(draft)
    , m_before(draft.text())
    , m_after(std::move(text))
    , m_how(how)
    , m_subject(std::move(subject))
{
    m_since.start();
}

bool PolicyCommand::mergeWith(const QUndoCommand* next)
{
    const auto* other = static_cast<const PolicyCommand*>(next);
    if (other->m_subject != m_subject || m_since.elapsed() > kSoon)
        return false;
    m_after = other->m_after;
    m_since.restart();
    return true;
}

void PolicyCommand::redo()
{
    if (m_first && m_how == How::Typed)
        m_draft.setText(m_after);
    else
        m_draft.setTextNow(m_after);
    m_first = false;
}

void PolicyCommand::undo()
{
    m_draft.setTextNow(m_before);
}

void leaveUndoToEditor(QWidget* input)
{
    input->installEventFilter(new UndoGuard(input));
}

} // namespace proofreel
