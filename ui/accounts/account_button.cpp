// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/accounts/account_button.h"

#include "accounts/accounts.h"
#include "ui/accounts/account_dialog.h"
#include "ui/accounts/delete_account_dialog.h"
#include "ui/accounts/region_names.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QActionGroup>
#include <QEvent>
#include <QMenu>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr int kMaxShown = 40; // characters of a name

//! State by shape as well as by colour: full when connected, a ring on the way or when there is none, crossed out
//! when it failed.
QPixmap dot(AccountButton::Connection connection, int side, qreal ratio)
{
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF circle = QRectF(0, 0, side, side).adjusted(3, 3, -3, -3);
    using Connection = AccountButton::Connection;
    const auto tone = connection == Connection::Connected ? Theme::Tone::Pass
        : connection == Connection::Failed                ? Theme::Tone::Failure
        : connection == Connection::Connecting            ? Theme::Tone::Warning
                                                          : Theme::Tone::Neutral;
    painter.setPen(QPen(Theme::color(tone), 1.5));
    if (connection == Connection::Connected)
        painter.setBrush(Theme::color(tone));
    painter.drawEllipse(circle);
    if (connection == Connection::Failed) {
        const qreal inset = circle.width() * 0.3;
        const QRectF cross = circle.adjusted(inset, inset, -inset, -inset);
        painter.drawLine(cross.topLeft(), cross.bottomRight());
        painter.drawLine(cross.topRight(), cross.bottomLeft());
    }
    return pixmap;
}

QString shown(const QString& name)
{
    return name.size() > kMaxShown ? name.left(kMaxShown - 1) + u'…' : name;
}

} // namespace

AccountButton::AccountButton(Accounts& accounts, Http& http, const Clock& clock, QWidget* parent)
    : QToolButton(parent)
    , m_accounts(accounts)
    , m_http(http)
    , m_clock(clock)
    , m_menu(new QMenu(this))
{
    setObjectName(u"accountButton"_s);
    m_menu->setObjectName(u"accountMenu"_s);
    setMenu(m_menu);
    setPopupMode(InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::StrongFocus);
    connect(m_menu, &QMenu::aboutToShow, this, &AccountButton::fillMenu);
    connect(&accounts, &Accounts::profilesChanged, this, &AccountButton::showState);
    connect(&accounts, &Accounts::currentChanged, this, &AccountButton::showState);
    connect(&accounts, &Accounts::keychainProblemChanged, this, &AccountButton::showState);
    fillMenu();
    showState();
}

void AccountButton::setConnection(Connection connection)
{
    m_connection = connection;
    m_cause.clear();
    showState();
}

void AccountButton::setConnectionFailed(const Error& error)
{
    m_connection = Connection::Failed;
    m_cause = error.message;
    showState();
}

//! Where and who; the demo's address of the day tells nobody anything.
QString AccountButton::label(const Profile& profile) const
{
    return m_accounts.isTransient(profile.id) ? shown(profile.name)
                                              : tr("%1 · %2").arg(shown(placeName(profile)), shown(profile.name));
}

void AccountButton::showState()
{
    const Profile profile = m_accounts.current();
    const bool none = profile.id.isEmpty();
    const QString name = none ? tr("No account") : label(profile);
    setText(QString(name).replace(u'&', "&&"_L1) + u" ▾"_s);
    QStringList lines;
    switch (m_connection) {
    case Connection::None:
        lines << (none ? tr("Choose or add an account.") : tr("Not connected."));
        break;
    case Connection::Connecting:
        lines << tr("Connecting…");
        break;
    case Connection::Connected:
        lines << tr("Connected.");
        break;
    case Connection::Failed:
        lines << tr("Not connected: %1").arg(m_cause);
        break;
    }
    if (!none && m_accounts.isTransient(profile.id))
        lines << tr("A service on this PC, at %1. It holds samples; nothing leaves this PC.").arg(placeName(profile));
    if (const QString problem = m_accounts.keychainProblem(); !problem.isEmpty())
        lines << u"⚠ "_s + problem;
    setToolTip(u"<p>"_s + lines.join(u'\n').toHtmlEscaped().replace(u'\n', "<br>"_L1) + u"</p>"_s);
    setAccessibleName(tr("Account: %1").arg(name));
    setAccessibleDescription(lines.join(u' '));
    const int side = fontMetrics().height();
    setIconSize({ side, side });
    setIcon(dot(m_connection, side, devicePixelRatioF()));
}

void AccountButton::fillMenu()
{
    m_menu->clear();
    const Profile current = m_accounts.current();
    auto* group = new QActionGroup(m_menu);
    const QList<Profile> profiles = m_accounts.profiles();
    for (const Profile& profile : profiles) {
        QString text = label(profile);
        QAction* action =
            m_menu->addAction(text.replace(u'&', "&&"_L1), this, [this, id = profile.id] { Q_EMIT accountChosen(id); });
        action->setCheckable(true);
        action->setChecked(profile.id == current.id);
        group->addAction(action);
    }
    m_menu->addSeparator();
    QAction* add = m_menu->addAction(proofreel::icon(u"add"_s), tr("Add account…"), this, &AccountButton::addAccount);
    add->setObjectName(u"accountAdd"_s);
    const bool fixed = current.id.isEmpty() || m_accounts.isTransient(current.id);
    const auto addFor = [&](const QString& iconName, const QString& name, const QString& text, auto slot) {
        QAction* action = m_menu->addAction(iconName.isEmpty() ? QIcon() : proofreel::icon(iconName), text, this, slot);
        action->setObjectName(name);
        action->setEnabled(!fixed);
    };
    addFor(u"edit"_s, u"accountEdit"_s, tr("Edit…"), [this, current] { edit(current, false); });
    addFor({}, u"accountRename"_s, tr("Rename…"), [this, current] { edit(current, true); });
    addFor(u"delete"_s, u"accountDelete"_s, tr("Delete…"), [this, current] {
        auto* dialog = new DeleteAccountDialog(m_accounts, current, window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

void AccountButton::addAccount()
{
    edit({}, false);
}

void AccountButton::editCurrent()
{
    const Profile current = m_accounts.current();
    edit(m_accounts.isTransient(current.id) ? Profile {} : current, false);
}

void AccountButton::edit(const Profile& profile, bool rename)
{
    auto* dialog = new AccountDialog(m_accounts, m_http, m_clock, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!profile.id.isEmpty())
        dialog->edit(profile);
    if (rename)
        dialog->focusName();
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (dialog->needsReconnect() && dialog->saved().id == m_accounts.current().id)
            Q_EMIT accountChosen(dialog->saved().id);
    });
    dialog->open();
}

void AccountButton::changeEvent(QEvent* event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        showState();
}

} // namespace proofreel
