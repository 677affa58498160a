// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/accounts/delete_account_dialog.h"

#include "accounts/accounts.h"
#include "ui/common/fonts.h"
#include "ui/common/state_view.h"
#include "ui/common/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace proofreel {

DeleteAccountDialog::DeleteAccountDialog(Accounts& accounts, const Profile& profile, QWidget* parent)
    : QDialog(parent)
    , m_accounts(accounts)
    , m_profileId(profile.id)
    , m_strip(new ErrorStrip(this))
{
    setObjectName(u"deleteAccountDialog"_s);
    setWindowTitle(tr("Delete account"));
    auto* question = new QLabel(tr("Delete the account “%1”?").arg(profile.name), this);
    auto* consequence = new QLabel(
        tr("Its secret is removed from %1. The AccessKey itself stays valid: to end it, go to the RAM console.")
            .arg(accounts.secretPlace(profile.id)),
        this);
    question->setObjectName(u"deleteAccountQuestion"_s);
    question->setFont(scaled(font(), kTitleSize, QFont::DemiBold));
    for (QLabel* label : { question, consequence }) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto* buttons = new QDialogButtonBox(this);
    m_delete = buttons->addButton(tr("Delete account"), QDialogButtonBox::AcceptRole);
    m_delete->setObjectName(u"deleteAccountConfirm"_s);
    auto* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(u"deleteAccountCancel"_s);
    cancel->setDefault(true); // Enter must not delete

    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(2 * Theme::kSpace, 2 * Theme::kSpace, 2 * Theme::kSpace, 2 * Theme::kSpace);
    rows->setSpacing(Theme::kSpace);
    rows->addWidget(question);
    rows->addWidget(consequence);
    rows->addWidget(m_strip);
    rows->addStretch();
    rows->addSpacing(Theme::kSpace);
    rows->addWidget(buttons);
    setMinimumWidth(std::max(400, fontMetrics().averageCharWidth() * 60));
    connect(buttons, &QDialogButtonBox::accepted, this, &DeleteAccountDialog::remove);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    cancel->setFocus();
}

DeleteAccountDialog::~DeleteAccountDialog()
{
    m_call.abort();
}

void DeleteAccountDialog::remove()
{
    m_strip->hide();
    m_delete->setEnabled(false);
    m_call = m_accounts.remove(m_profileId, this, [this](const Result<void>& removed) {
        m_delete->setEnabled(true);
        if (removed)
            accept();
        else
            m_strip->showError(removed.error(), [this] { remove(); });
    });
}

} // namespace proofreel
