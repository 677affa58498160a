// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace proofreel {

class PolicyHighlighter;

//! A policy as the TOML that it is, to be typed in; what is wrong is marked where it stands and said below.
class PolicyTextView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PolicyTextView)
public:
    explicit PolicyTextView(QWidget* parent = nullptr);

    void setText(const QString& text); //!< the cursor stays where it is in what did not change
    void setProblem(const std::optional<Error>& problem); //!< Error::code is "line:column"
    void goToProblem();
    void goTo(const QString& words); //!< the first place that says so

Q_SIGNALS:
    void edited(const QString& text); //!< by a person

protected:
    void changeEvent(QEvent* event) override;

private:
    void mark();
    [[nodiscard]] QString text() const;

    QPlainTextEdit* m_edit = nullptr;
    PolicyHighlighter* m_highlighter = nullptr;
    QWidget* m_bar = nullptr;
    QLabel* m_sign = nullptr;
    QLabel* m_message = nullptr;
    QToolButton* m_go = nullptr;
    int m_line = 0, m_column = 0; // of the problem, from 1 on; 0: none
    bool m_setting = false;
};

} // namespace proofreel
