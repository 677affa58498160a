// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "accounts/profile.h"
#include "ims/credentials.h"

#include <QList>
#include <QString>

namespace proofreel {

//! What is wrong with each thing that a person types about an account, in words; empty: nothing. For the fields of
//! the dialog and for Accounts::save() alike.
struct AccountProblems {
    QString name, place, accessKeyId, accessKeySecret, securityToken;

    [[nodiscard]] QString first() const; //!< in the order of the fields
};

//! \a others: all profiles, the edited one included. \a needsSecret: no secret is stored yet, or the key changed.
[[nodiscard]] AccountProblems checkAccount(
    const Profile& profile, const Credentials& credentials, const QList<Profile>& others, bool needsSecret);

} // namespace proofreel
