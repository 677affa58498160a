// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace proofreel {

//! An input with, below it, what is wrong with what was typed. Says nothing before the person has been there.
class Field final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Field)
public:
    Field(QWidget* input, const QString& name, QWidget* parent);

    void setProblem(const QString& text); //!< empty: none
    void setHint(const QString& text); //!< stands there as long as there is no problem
    void showProblems(); //!< from now on, touched or not
    void reset(); //!< untouched again

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showState();

    QWidget* m_input;
    QLabel* m_note = nullptr;
    QString m_problem;
    QString m_hint;
    bool m_touched = false;
};

//! A line for something secret: dots, with a button that shows it while it is pressed in.
[[nodiscard]] QLineEdit* makeSecretEdit(QWidget* parent, const QString& revealText);

} // namespace proofreel
