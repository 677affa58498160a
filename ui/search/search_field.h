// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/search_text.h"

#include <QLineEdit>
#include <QTimer>

#include <functional>

namespace proofreel {

class ChoicePopup;
class MatchHelp;
class ProblemPopup;

//! The field at the top: words and fields to search with, or (expert) a Match expression as the service takes it, or
//! what is to be opened. Knows completion, recent searches and the places where problems are told; not what they mean.
class SearchField final : public QLineEdit {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchField)
public:
    using Completer = std::function<SearchCompletion(const QString& text, qsizetype cursor)>;

    explicit SearchField(QWidget* parent = nullptr);

    void setCompleter(Completer completer) { m_completer = std::move(completer); }
    void setRecents(std::function<QStringList()> recents) { m_recents = std::move(recents); }
    void replaceText(const QString& text); //!< by the program: nothing is asked for it

    [[nodiscard]] bool isExpert() const { return m_expert->isChecked(); }
    [[nodiscard]] QAction* expertAction() const { return m_expert; } //!< Ctrl+M
    [[nodiscard]] QAction* helpAction() const { return m_help; } //!< of the expressions
    [[nodiscard]] bool isChoosing() const; //!< something that could complete the text is on offer
    void showProblem(const Error& error);
    void showHint(const QString& text);
    void hideProblem();

Q_SIGNALS:
    void rested(const QString& text); //!< typing has stopped for 250 ms; not in expert mode
    void submitted(const QString& text); //!< Enter; may be empty
    void left(const QString& text); //!< the focus goes elsewhere, or Esc
    void cancelled(); //!< Esc: the field is empty now
    void expertToggled(bool on);
    void listPasted(const QString& text); //!< several lines, all of them things to open

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void onEdited();
    void onExpert(bool on);
    void onClear();
    void complete();
    void take(const QString& choice);
    void offerRecents();
    bool handleChoosing(QKeyEvent* event);
    void applyFont();

    QAction* m_expert = nullptr;
    QAction* m_help = nullptr;
    ChoicePopup* m_choices = nullptr;
    ProblemPopup* m_problem = nullptr;
    MatchHelp* m_helpSheet = nullptr;
    Completer m_completer;
    std::function<QStringList()> m_recents;
    SearchCompletion m_completion; //!< what the choices on offer replace
    QTimer m_rest;
    bool m_replacing = false;
};

} // namespace proofreel
