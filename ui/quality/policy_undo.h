// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QUndoCommand>

class QWidget;

namespace proofreel {

class PolicyDraft;

//! One change of a policy's text; changes of the same thing soon after one another are one step.
class PolicyCommand final : public QUndoCommand {
public:
    enum class How { Typed, Chosen }; //!< what is typed is judged a little later
    //! \a subject: what it changes, for merging ("rules.ladder.aspect.tolerance"); empty: never merged.
    PolicyCommand(PolicyDraft& draft, QString text, How how, QString subject);

    [[nodiscard]] int id() const override { return m_subject.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* next) override;
    void redo() override;
    void undo() override;

private:
    PolicyDraft& m_draft;
    QString m_before, m_after;
    How m_how;
    QString m_subject;
    QElapsedTimer m_since;
    bool m_first = true;
};

//! Undo and redo in that input are the editor's, not its own.
void leaveUndoToEditor(QWidget* input);

} // namespace proofreel
