// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "accounts/profile.h"
#include "core/call.h"
#include "core/clock.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace proofreel {

class AccountForm;
class AccountTestView;
class Accounts;
class ErrorStrip;
class Http;

//! Adds an account or changes one. Show it with open(): nothing in it blocks. The new or changed account is saved, and
//! a new one is made current, when accepted() comes.
class AccountDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountDialog)
public:
    //! Nothing is owned; all outlive this. \a http and \a clock are for the test of what is not saved yet.
    AccountDialog(Accounts& accounts, Http& http, const Clock& clock, QWidget* parent = nullptr);
    ~AccountDialog() override;

    void edit(const Profile& profile); //!< else a new account is added
    void focusName(); //!< for "Rename"

    [[nodiscard]] Profile saved() const { return m_saved; } //!< after accepted()
    //! Whether a connection of that account has to be made anew: anything but its name was changed.
    [[nodiscard]] bool needsReconnect() const { return m_needsReconnect; }

    void reject() override;

private:
    void test();
    void save();
    void setBusy(bool busy);
    void showPlace();

    Accounts& m_accounts;
    CallHandle m_call;
    AccountForm* m_form = nullptr;
    AccountTestView* m_test = nullptr;
    ErrorStrip* m_strip = nullptr;
    QLabel* m_place = nullptr;
    QPushButton* m_save = nullptr;
    Profile m_profile;
    Profile m_saved;
    bool m_needsReconnect = true;
};

} // namespace proofreel
