// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "accounts/profile.h"
#include "core/call.h"

#include <QDialog>

class QPushButton;

namespace proofreel {

class Accounts;
class ErrorStrip;

//! Asks before an account is forgotten, does it, and says so in place if it cannot be done. Show it with open().
class DeleteAccountDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeleteAccountDialog)
public:
    DeleteAccountDialog(Accounts& accounts, const Profile& profile, QWidget* parent = nullptr);
    ~DeleteAccountDialog() override;

private:
    void remove();

    Accounts& m_accounts;
    QString m_profileId;
    CallHandle m_call;
    ErrorStrip* m_strip = nullptr;
    QPushButton* m_delete = nullptr;
};

} // namespace proofreel
