// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/accounts/account_dialog.h"

#include "accounts/accounts.h"
#include "core/http.h"
#include "ims/endpoint.h"
#include "ui/accounts/account_form.h"
#include "ui/accounts/account_test_view.h"
#include "ui/common/fonts.h"
#include "ui/common/state_view.h"
#include "ui/common/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

AccountDialog::AccountDialog(Accounts& accounts, Http& http, const Clock& clock, QWidget* parent)
    : QDialog(parent)
    , m_accounts(accounts)
{
    setObjectName(u"accountDialog"_s);
    setWindowTitle(tr("Add account"));
    auto* page = new QWidget(this);
    m_form = new AccountForm(page);
    m_place = new QLabel(page);
    m_place->setObjectName(u"accountSecretPlace"_s);
    m_place->setTextFormat(Qt::PlainText);
    m_place->setWordWrap(true);
    m_place->setFont(scaled(font(), kSecondarySize));
    m_test = new AccountTestView(http, clock, page);
    m_strip = new ErrorStrip(page);
    auto* contents = new QVBoxLayout(page);
    contents->setContentsMargins(2 * Theme::kSpace, 2 * Theme::kSpace, 2 * Theme::kSpace, Theme::kSpace);
    contents->setSpacing(2 * Theme::kSpace);
    contents->addWidget(m_form);
    contents->addWidget(m_place);
    contents->addWidget(m_test);
    contents->addWidget(m_strip);
    contents->addStretch();
    auto* scroll = new QScrollArea(this); // large text on a small screen
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);

    auto* buttons = new QDialogButtonBox(this);
    m_save = new QPushButton(tr("Save"), this);
    m_save->setObjectName(u"accountSave"_s);
    m_save->setProperty("primary", true); // before the box lays it out, or the style does not see it
    m_save->setDefault(true);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    auto* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(u"accountCancel"_s);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 2 * Theme::kSpace);
    rows->addWidget(scroll, 1);
    auto* bottom = new QVBoxLayout;
    bottom->setContentsMargins(2 * Theme::kSpace, 0, 2 * Theme::kSpace, 0);
    bottom->addWidget(buttons);
    rows->addLayout(bottom);
    const int width = std::max(480, fontMetrics().averageCharWidth() * 72);
    const int answer = 5 * rowHeight(this); // room for what the test says
    const int most = screen()->availableSize().height() * 9 / 10;
    resize(width, std::min(most, page->sizeHint().height() + answer + 3 * controlHeight(this)));
    connect(m_test, &AccountTestView::answered, scroll, [this, scroll] {
        // Once the layout knows how high the answer is.
        QMetaObject::invokeMethod(
            scroll, [this, scroll] { scroll->ensureWidgetVisible(m_test); }, Qt::QueuedConnection);
    });

    m_form->setProfile({}, accounts.profiles());
    connect(m_form, &AccountForm::edited, m_test, &AccountTestView::clear);
    connect(m_test, &AccountTestView::requested, this, &AccountDialog::test);
    connect(buttons, &QDialogButtonBox::accepted, this, &AccountDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &AccountDialog::reject);
    connect(&accounts, &Accounts::keychainProblemChanged, this, &AccountDialog::showPlace);
    showPlace();
    accounts.checkKeychain();
}

AccountDialog::~AccountDialog()
{
    m_call.abort();
}

void AccountDialog::edit(const Profile& profile)
{
    m_profile = profile;
    setWindowTitle(tr("Edit account “%1”").arg(profile.name));
    m_form->setProfile(profile, m_accounts.profiles());
    showPlace();
    m_call.abort();
    m_call = m_accounts.open(profile.id, this, [this](const Result<ImsAccount>& account) {
        if (account)
            m_form->setStored(account->credentials);
        else if (account.error().kind == ErrorKind::Credentials)
            m_form->setStoredMissing();
        else
            m_strip->showError(account.error(), {});
    });
}

void AccountDialog::focusName()
{
    m_form->focusName();
}

void AccountDialog::showPlace()
{
    const QString problem = m_accounts.keychainProblem();
    QPalette palette = this->palette();
    palette.setColor(
        QPalette::WindowText, Theme::color(problem.isEmpty() ? Theme::Tone::Secondary : Theme::Tone::Warning));
    m_place->setPalette(palette);
    m_place->setText(problem.isEmpty()
            ? tr("The secret is kept in %1, never in a file of Proofreel's.").arg(m_accounts.secretPlace(m_profile.id))
            : u"⚠ "_s + problem);
}

void AccountDialog::test()
{
    m_form->showProblems();
    const Profile profile = m_form->profile();
    const auto endpoint =
        profile.endpoint.isEmpty() ? endpointForRegion(profile.region) : parseEndpoint(profile.endpoint);
    const Credentials credentials = m_form->effectiveCredentials();
    if (endpoint && !credentials.isEmpty())
        m_test->start({ credentials, *endpoint });
}

void AccountDialog::save()
{
    if (!m_form->firstProblem().isEmpty()) {
        m_form->showProblems();
        return;
    }
    const Profile profile = m_form->profile();
    const Credentials credentials = m_form->typedCredentials();
    m_needsReconnect = m_profile.id.isEmpty() || !credentials.isEmpty() || profile.region != m_profile.region
        || profile.endpoint != m_profile.endpoint;
    m_test->clear();
    m_strip->hide();
    setBusy(true);
    m_call.abort();
    m_call = m_accounts.save(profile, credentials, this, [this](const Result<Profile>& saved) {
        setBusy(false);
        if (!saved) {
            m_strip->showError(saved.error(), [this] { save(); });
            return;
        }
        m_saved = *saved;
        if (m_profile.id.isEmpty())
            m_accounts.setCurrent(saved->id);
        accept();
    });
}

void AccountDialog::reject()
{
    m_call.abort(); // a save under way is undone
    m_test->clear();
    QDialog::reject();
}

void AccountDialog::setBusy(bool busy)
{
    m_form->setEnabled(!busy);
    m_test->setEnabled(!busy);
    m_save->setEnabled(!busy);
    m_save->setText(busy ? tr("Saving…") : tr("Save"));
}

} // namespace proofreel
