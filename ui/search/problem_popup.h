// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "ui/search/field_popup.h"

class QLabel;
class QToolButton;

namespace proofreel {

//! What is wrong with the text in the field, at the field: what happened, what to do, RequestId, copy.
class ProblemPopup final : public FieldPopup {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProblemPopup)
public:
    explicit ProblemPopup(QWidget* anchor);
    void showProblem(const Error& error);
    void showHint(const QString& text); //!< not a problem: what Enter would do

private:
    void present(bool failure, const QString& text, const QString& small, const QString& copied);

    QLabel* m_icon = nullptr;
    QLabel* m_text = nullptr;
    QLabel* m_small = nullptr;
    QToolButton* m_copy = nullptr;
    QToolButton* m_close = nullptr;
    QString m_copied;
};

} // namespace proofreel
