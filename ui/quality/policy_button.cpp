// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/policy_button.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/plain_tip.h"
#include "workspace/policy_choice.h"

#include <QActionGroup>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace proofreel {

PolicyButton::PolicyButton(PolicyChoice& choice, QWidget* parent)
    : QToolButton(parent)
    , m_choice(choice)
{
    setObjectName(u"policyButton"_s);
    setIcon(proofreel::icon(u"settings"_s, Theme::Tone::Secondary));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    auto* menu = new QMenu(this);
    menu->setObjectName(u"policyMenu"_s);
    connect(menu, &QMenu::aboutToShow, this, &PolicyButton::fillMenu);
    setMenu(menu);
    connect(&choice, &PolicyChoice::changed, this, &PolicyButton::refresh);
    refresh();
}

void PolicyButton::refresh()
{
    const QString title = m_choice.isPreview() ? tr("%1 · edited").arg(m_choice.title()) : m_choice.title();
    setText(fontMetrics().elidedText(title, Qt::ElideMiddle, letterWidth(fontMetrics()) * 22));
    setAccessibleName(tr("Policy: %1").arg(title));
    setToolTip(plainTip(tr("The policy: which rules are judged, and how strictly") + u'\n'
        + (m_choice.path().isEmpty() ? m_choice.title() : m_choice.path())));
}

void PolicyButton::fillMenu()
{
    menu()->clear();
    auto* group = new QActionGroup(menu());
    const auto add = [this, group](const QString& name, const QString& text, bool isChosen) {
        QAction* action = group->addAction(menu()->addAction(text));
        action->setObjectName(u"policy_"_s + name);
        action->setCheckable(true);
        action->setChecked(isChosen);
        action->setEnabled(!m_choice.isPreview()); // first the changes are saved or discarded
        return action;
    };
    const QStringList shipped = Policy::shippedNames();
    for (const QString& name : shipped)
        connect(add(name, name, name == m_choice.shippedName()), &QAction::triggered, this,
            [this, name] { m_choice.chooseShipped(name); });
    if (!m_choice.path().isEmpty())
        add(u"file"_s, m_choice.title(), true);
    menu()->addSeparator();
    if (m_edit)
        menu()->addAction(m_edit);
    QAction* open =
        menu()->addAction(proofreel::icon(u"folder"_s), tr("Open a policy file…"), this, &PolicyButton::chooseFile);
    open->setObjectName(u"openPolicy"_s);
    open->setEnabled(!m_choice.isPreview());
    if (m_choice.isPreview())
        menu()->addSection(tr("Save or discard your changes first"));
}

void PolicyButton::chooseFile()
{
    auto* dialog = new QFileDialog(window(), tr("Open a policy file"), QFileInfo(m_choice.path()).path());
    dialog->setObjectName(u"policyDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({ tr("Policies (*.toml)"), tr("All files (*)") });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_choice.chooseFile(path, this, [this](const Result<void>& chosen) {
            if (!chosen)
                Q_EMIT fileRefused(chosen.error());
        });
    });
    dialog->open();
}

} // namespace proofreel
