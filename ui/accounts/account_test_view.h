// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "accounts/account_test.h"
#include "ui/common/theme.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace proofreel {

//! Asks the service whether an account works, and says what it answered: in the place where the question was put.
class AccountTestView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountTestView)
public:
    AccountTestView(Http& http, const Clock& clock, QWidget* parent); //!< neither is owned

    void start(const ImsAccount& account);
    void clear(); //!< what was found does not hold any more; also ends a test under way

Q_SIGNALS:
    void requested(); //!< the button: call start() if the input is good
    void answered(); //!< there is something to read

private:
    void cancel();
    void showReport(const AccountTestReport& report);
    void showFailure(const Error& error);
    void present(const QString& iconName, Theme::Tone tone, const QString& text, const QString& advice);
    void setRunning(bool running);

    Http& m_http;
    const Clock& m_clock;
    CallHandle m_call;
    QPushButton* m_test = nullptr;
    QPushButton* m_cancel = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_icon = nullptr;
    QLabel* m_text = nullptr;
    QLabel* m_advice = nullptr;
    QToolButton* m_copy = nullptr;
    QString m_details;
};

} // namespace proofreel
