// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "accounts/profile.h"
#include "core/clock.h"
#include "core/error.h"

#include <QToolButton>

class QMenu;

namespace proofreel {

class Accounts;
class Http;

//! "● Shanghai · prod ▾" in the top bar: which account, whether it is connected, and everything to do with accounts.
class AccountButton final : public QToolButton {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountButton)
public:
    enum class Connection { None, Connecting, Connected, Failed };

    //! Nothing is owned; all outlive this.
    AccountButton(Accounts& accounts, Http& http, const Clock& clock, QWidget* parent = nullptr);

    void setConnection(Connection connection);
    void setConnectionFailed(const Error& error); //!< with the cause in the tooltip
    void addAccount(); //!< opens the dialog, as the menu does
    void editCurrent(); //!< likewise; adds where there is none to edit

Q_SIGNALS:
    //! Connect with this one: it was chosen, added, or changed while in use.
    void accountChosen(const QString& profileId);

protected:
    void changeEvent(QEvent* event) override;

private:
    void edit(const Profile& profile, bool rename);
    void fillMenu();
    void showState();
    [[nodiscard]] QString label(const Profile& profile) const;

    Accounts& m_accounts;
    Http& m_http;
    const Clock& m_clock;
    QMenu* m_menu = nullptr;
    Connection m_connection = Connection::None;
    QString m_cause;
};

} // namespace proofreel
