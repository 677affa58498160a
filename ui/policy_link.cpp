// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/policy_link.h"

#include "ui/common/icons.h"
#include "ui/quality/check_panel.h"
#include "ui/quality/findings_view.h"
#include "ui/quality/policy_button.h"
#include "ui/quality/policy_editor.h"
#include "workspace/check_room.h"

#include <QAction>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace proofreel {

PolicyLink::PolicyLink(CheckRoom& room, CheckPanel& panel, FindingsView& findings, QTabWidget& details, QObject* parent)
    : QObject(parent)
    , m_room(room)
    , m_details(details)
    , m_edit(new QAction(icon(u"edit"_s), tr("Edit the policy…"), this))
{
    m_edit->setObjectName(u"editPolicy"_s);
    m_edit->setShortcut(Qt::Key_P);
    m_edit->setAutoRepeat(false);
    panel.policyButton().setEditAction(m_edit);
    connect(m_edit, &QAction::triggered, this, [this] { edit({}); });
    connect(&panel, &CheckPanel::ruleEditAsked, this, &PolicyLink::edit);
    connect(&findings, &FindingsView::ruleEditAsked, this, &PolicyLink::edit);
    connect(&room.draft(), &PolicyDraft::openChanged, this, &PolicyLink::showTab);
    showTab();
}

void PolicyLink::edit(const QString& rule)
{
    m_room.draft().open();
    Q_EMIT editorWanted();
    m_details.setCurrentWidget(m_editor);
    m_editor->showRule(rule);
}

void PolicyLink::showTab()
{
    const bool isOpen = m_room.draft().isOpen();
    if (isOpen && !m_editor)
        m_editor = new PolicyEditor(m_room.draft(), m_room.session(), &m_details);
    const int tab = m_editor ? m_details.indexOf(m_editor) : -1;
    if (isOpen && tab < 0)
        m_details.setTabToolTip(m_details.addTab(m_editor, tr("Policy")),
            u"%1 (%2)"_s.arg(tr("Policy"), m_edit->shortcut().toString(QKeySequence::NativeText)));
    else if (!isOpen && tab >= 0)
        m_details.removeTab(tab);
}

} // namespace proofreel
