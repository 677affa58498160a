// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "accounts/profile.h"
#include "ims/credentials.h"

#include <QList>
#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;

namespace proofreel {

class Field;

//! What a person says about an account, checked while it is typed.
class AccountForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountForm)
public:
    explicit AccountForm(QWidget* parent);

    void setProfile(const Profile& profile, const QList<Profile>& others);
    void setStored(const Credentials& stored); //!< the edited account's own, once read
    void setStoredMissing(); //!< there is none: a new pair is needed to use the account
    [[nodiscard]] Profile profile() const;
    //! What was typed, completed by what is stored; empty: nothing new.
    [[nodiscard]] Credentials typedCredentials() const;
    //! For a test: what was typed, else what is stored.
    [[nodiscard]] Credentials effectiveCredentials() const;

    [[nodiscard]] QString firstProblem() const;
    void showProblems(); //!< and puts the focus on the first
    void focusName();

Q_SIGNALS:
    void edited();

private:
    void takePasted(QLineEdit* from);
    void check();
    [[nodiscard]] QString regionText() const;

    Profile m_profile;
    QList<Profile> m_others;
    std::optional<Credentials> m_stored;
    QLineEdit* m_name = nullptr;
    QComboBox* m_region = nullptr;
    QLineEdit* m_endpoint = nullptr;
    QLineEdit* m_keyId = nullptr;
    QLineEdit* m_secret = nullptr;
    QLineEdit* m_token = nullptr;
    Field* m_nameField = nullptr;
    Field* m_regionField = nullptr;
    Field* m_endpointField = nullptr;
    Field* m_keyIdField = nullptr;
    Field* m_secretField = nullptr;
    Field* m_tokenField = nullptr;
    QString m_firstProblem;
};

} // namespace proofreel
