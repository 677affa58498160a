// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rest of PolicyEditor: what becomes of the changes.

#include "ui/common/state_view.h"
#include "ui/quality/policy_editor.h"
#include "workspace/policy_draft.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace proofreel {

void PolicyEditor::save(bool overwrite)
{
    if (m_draft.path().isEmpty())
        return saveAs();
    m_draft.save(overwrite, this, [this, overwrite](const Result<void>& saved) {
        if (!saved && !overwrite && m_draft.isChangedOnDisk())
            ask(tr("%1 was changed by another program since you opened it. Write over it?").arg(m_draft.title()),
                tr("Write over it"), [this] { save(true); });
        else
            onSaved(saved);
    });
}

void PolicyEditor::saveAs()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto* dialog = new QFileDialog(window(), tr("Save the policy"), folder);
    dialog->setObjectName(u"savePolicyDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({ tr("Policies (*.toml)"), tr("All files (*)") });
    dialog->setDefaultSuffix(u"toml"_s);
    dialog->selectFile(m_draft.path().isEmpty() ? u"my-%1.toml"_s.arg(m_draft.title()) : m_draft.path());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_draft.saveAs(path, this, [this](const Result<void>& saved) { onSaved(saved); });
    });
    connect(dialog, &QDialog::rejected, this, [this] { m_leaving = false; });
    dialog->open();
}

void PolicyEditor::onSaved(const Result<void>& saved)
{
    const bool leaving = std::exchange(m_leaving, false);
    if (saved) {
        m_strip->hide();
        if (leaving && !m_draft.isChanged()) // since it was asked for
            m_draft.close();
    } else if (saved.error().kind == ErrorKind::Io) {
        m_strip->showError(
            saved.error(), [this] { saveAs(); }, tr("Save as…"));
    } else {
        m_strip->showError(saved.error(), {});
    }
}

void PolicyEditor::discard()
{
    ask(tr("Discard what you changed in %1?").arg(m_draft.title()), tr("Discard"),
        [this] { m_undo.push(new PolicyCommand(m_draft, m_draft.savedText(), PolicyCommand::How::Chosen, {})); });
}

void PolicyEditor::reload()
{
    const auto load = [this] {
        m_draft.reload(this, [this](const Result<void>& loaded) {
            if (loaded)
                m_undo.clear();
            else
                m_strip->showError(loaded.error(), [this] { reload(); });
        });
    };
    if (m_draft.isChanged())
        ask(tr("Load the file, and discard what you changed in %1?").arg(m_draft.title()), tr("Load the file"), load);
    else
        load();
}

void PolicyEditor::leave()
{
    if (!m_draft.isChanged()) {
        m_draft.close();
        return;
    }
    auto* box = new QMessageBox(QMessageBox::Question, tr("Leave the editor"),
        tr("%1 has changes that are not saved.").arg(m_draft.title()),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, window());
    box->setObjectName(u"leavePolicy"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setDefaultButton(QMessageBox::Save);
    connect(box, &QMessageBox::finished, this, [this](int chosen) {
        if (chosen == QMessageBox::Discard) {
            m_draft.close();
        } else if (chosen == QMessageBox::Save) {
            m_leaving = true;
            save();
        }
    });
    box->open();
}

void PolicyEditor::ask(const QString& text, const QString& yes, const std::function<void()>& then)
{
    auto* box = new QMessageBox(QMessageBox::Question, tr("Policy"), text, QMessageBox::Cancel, window());
    box->setObjectName(u"askPolicy"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* go = box->addButton(yes, QMessageBox::AcceptRole);
    connect(go, &QAbstractButton::clicked, this, then);
    connect(box, &QMessageBox::rejected, this, [this] { m_leaving = false; });
    box->open();
}

} // namespace proofreel
