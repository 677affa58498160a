// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/accounts/account_form.h"

#include "accounts/account_fields.h"
#include "accounts/credentials_text.h"
#include "ims/endpoint.h"
#include "ui/accounts/field.h"
#include "ui/accounts/region_names.h"
#include "ui/common/fonts.h"
#include "ui/common/theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStyledItemDelegate>

#include <utility>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

// Room for a whole pasted file: only then can it be told what it is. What is too long is refused in words.
constexpr int kMaxTyped = 70 * 1024;

} // namespace

AccountForm::AccountForm(QWidget* parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_region(new QComboBox(this))
    , m_endpoint(new QLineEdit(this))
    , m_keyId(new QLineEdit(this))
    , m_secret(makeSecretEdit(this, tr("Show the secret")))
    , m_token(makeSecretEdit(this, tr("Show the token")))
{
    m_region->setEditable(true);
    m_region->setInsertPolicy(QComboBox::NoInsert);
    m_region->setItemDelegate(new QStyledItemDelegate(m_region)); // the usual one knows no style sheet
    m_region->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_region->setMinimumContentsLength(18);
    const QStringList regions = imsRegions();
    for (const QString& region : regions)
        m_region->addItem(u"%1 (%2)"_s.arg(regionName(region), region), region);
    m_keyId->setFont(monospace(font()));
    m_keyId->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    for (QLineEdit* edit : { m_name, m_endpoint, m_keyId, m_secret, m_token })
        edit->setMaxLength(kMaxTyped);

    auto* form = new QGridLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(Theme::kSpace);
    form->setHorizontalSpacing(2 * Theme::kSpace);
    form->setColumnStretch(1, 1);
    const auto addRow = [&](const QString& text, QWidget* input, const QString& name) {
        auto* field = new Field(input, name, this);
        auto* label = new QLabel(text, this);
        label->setBuddy(input);
        // Beside the input, wherever the words below it end.
        label->setMinimumHeight(input->sizeHint().height());
        input->setAccessibleName(QString(text).remove(u'&'));
        const int row = form->rowCount();
        form->addWidget(label, row, 0, Qt::AlignTop);
        form->addWidget(field, row, 1);
        return field;
    };
    m_nameField = addRow(tr("&Name"), m_name, u"accountName"_s);
    m_keyIdField = addRow(tr("AccessKey &ID"), m_keyId, u"accountKeyId"_s);
    m_secretField = addRow(tr("AccessKey &secret"), m_secret, u"accountSecret"_s);
    m_tokenField = addRow(tr("Security &token"), m_token, u"accountToken"_s);
    m_regionField = addRow(tr("&Region"), m_region, u"accountRegion"_s);
    m_endpointField = addRow(tr("&Endpoint"), m_endpoint, u"accountEndpoint"_s);
    QWidget* previous = m_name;
    for (QWidget* next : std::initializer_list<QWidget*> { m_keyId, m_secret, m_token, m_region, m_endpoint }) {
        setTabOrder(previous, next);
        previous = next;
    }
    m_name->setPlaceholderText(tr("For example: prod"));
    m_keyIdField->setHint(tr("You can paste a line of AccessKey.csv or the answer of AssumeRole here."));
    m_token->setPlaceholderText(tr("Only for temporary (STS) keys"));
    m_endpointField->setHint(tr("Only where the region's own address cannot be used."));

    for (QLineEdit* edit : { m_keyId, m_secret, m_token })
        connect(edit, &QLineEdit::textEdited, this, [this, edit] { takePasted(edit); });
    for (QLineEdit* edit : { m_name, m_endpoint, m_keyId, m_secret, m_token, m_region->lineEdit() })
        connect(edit, &QLineEdit::textChanged, this, &AccountForm::check);
    setProfile({}, {});
}

void AccountForm::setProfile(const Profile& profile, const QList<Profile>& others)
{
    m_profile = profile;
    m_others = others;
    m_stored.reset();
    m_name->setText(profile.name);
    m_endpoint->setText(profile.endpoint);
    const QString region = profile.region.isEmpty() ? imsRegions().constFirst() : profile.region;
    const int known = m_region->findData(region);
    m_region->setCurrentIndex(known);
    if (known < 0)
        m_region->setEditText(region);
    const QString unchanged = tr("Unchanged");
    const bool isNew = profile.id.isEmpty();
    m_keyId->clear();
    m_secret->clear();
    m_token->clear();
    m_keyId->setPlaceholderText(isNew ? u"LTAI…"_s : profile.accessKeyIdHint);
    m_secret->setPlaceholderText(isNew ? QString() : unchanged);
    for (Field* field : { m_nameField, m_regionField, m_endpointField, m_keyIdField, m_secretField, m_tokenField })
        field->reset();
    check();
}

void AccountForm::setStored(const Credentials& stored)
{
    m_stored = stored;
    if (m_keyId->text().isEmpty() && m_secret->text().isEmpty())
        m_keyId->setText(stored.accessKeyId);
    if (!stored.securityToken.isEmpty())
        m_token->setPlaceholderText(tr("Unchanged"));
    check();
}

void AccountForm::setStoredMissing()
{
    m_secret->setPlaceholderText(tr("Not stored: enter it again"));
    check();
}

Profile AccountForm::profile() const
{
    Profile profile = m_profile;
    profile.name = m_name->text();
    profile.region = regionText();
    profile.endpoint = m_endpoint->text().trimmed();
    return profile;
}

QString AccountForm::regionText() const
{
    // The list shows "Shanghai (cn-shanghai)"; anything else was typed.
    const int index = m_region->findText(m_region->currentText());
    return index >= 0 ? m_region->itemData(index).toString() : m_region->currentText().trimmed();
}

Credentials AccountForm::typedCredentials() const
{
    Credentials typed { m_keyId->text().trimmed(), m_secret->text().trimmed(), m_token->text().trimmed() };
    if (!typed.accessKeySecret.isEmpty() || !m_stored || typed.accessKeyId != m_stored->accessKeyId)
        return typed;
    if (typed.securityToken.isEmpty() || typed.securityToken == m_stored->securityToken)
        return {};
    typed.accessKeySecret = m_stored->accessKeySecret; // a new token for the same pair
    return typed;
}

Credentials AccountForm::effectiveCredentials() const
{
    const Credentials typed = typedCredentials();
    return typed.accessKeySecret.isEmpty() && typed.accessKeyId.isEmpty() && m_stored ? *m_stored : typed;
}

void AccountForm::takePasted(QLineEdit* from)
{
    const auto pasted = credentialsFromText(from->text());
    if (!pasted)
        return;
    // setText() also forgets the undo history, in which the secret would otherwise stand in a readable field.
    m_keyId->setText(pasted->accessKeyId);
    m_secret->setText(pasted->accessKeySecret);
    m_token->setText(pasted->securityToken);
}

void AccountForm::check()
{
    const Credentials typed = typedCredentials();
    const bool untouched = typed == Credentials {}
        || (typed.accessKeySecret.isEmpty() && typed.accessKeyId.isEmpty() && typed.securityToken.isEmpty());
    const AccountProblems problems = checkAccount(profile(), typed, m_others, m_profile.id.isEmpty() || !untouched);
    const bool byEndpoint = !m_endpoint->text().trimmed().isEmpty();
    m_nameField->setProblem(problems.name);
    m_regionField->setProblem(byEndpoint ? QString() : problems.place);
    m_region->setEnabled(!byEndpoint);
    m_regionField->setHint(byEndpoint ? tr("Not used: the endpoint below is.") : QString());
    m_endpointField->setProblem(byEndpoint ? problems.place : QString());
    m_keyIdField->setProblem(problems.accessKeyId);
    m_secretField->setProblem(problems.accessKeySecret);
    m_tokenField->setProblem(problems.securityToken);
    const auto regional = endpointForRegion(regionText());
    m_endpoint->setPlaceholderText(regional ? regional->toString() : QString());
    m_firstProblem = problems.first();
    Q_EMIT edited();
}

QString AccountForm::firstProblem() const
{
    return m_firstProblem;
}

void AccountForm::showProblems()
{
    const AccountProblems problems = checkAccount(
        profile(), typedCredentials(), m_others, m_profile.id.isEmpty() || typedCredentials() != Credentials {});
    for (Field* field : { m_nameField, m_regionField, m_endpointField, m_keyIdField, m_secretField, m_tokenField })
        field->showProblems();
    const std::pair<const QString&, QLineEdit*> order[] = { { problems.name, m_name },
        { problems.accessKeyId, m_keyId }, { problems.accessKeySecret, m_secret }, { problems.securityToken, m_token },
        { problems.place, m_endpoint->text().isEmpty() ? m_region->lineEdit() : m_endpoint } };
    for (const auto& [problem, edit] : order) {
        if (!problem.isEmpty()) {
            edit->setFocus();
            return;
        }
    }
}

void AccountForm::focusName()
{
    m_name->setFocus();
    m_name->selectAll();
}

} // namespace proofreel
