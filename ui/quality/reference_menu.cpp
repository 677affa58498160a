// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/reference_menu.h"

#include "ui/common/icons.h"

#include <QActionGroup>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr auto kKey = "check/reference"_L1;

// A file that is not there now may be there again: then the check says what is wrong with it.
Reference remembered(const QString& text)
{
    return Reference::parse(text).value_or(QFileInfo(text).isAbsolute()
            ? Reference { .kind = Reference::Kind::Location, .location = QUrl::fromLocalFile(text) }
            : Reference {});
}

} // namespace

ReferenceMenu::ReferenceMenu(QSettings& settings, QWidget* parent)
    : QMenu(tr("PSNR and SSIM against"), parent)
    , m_settings(settings)
    , m_reference(remembered(settings.value(kKey).toString()))
{
    setObjectName(u"referenceMenu"_s);
    connect(this, &QMenu::aboutToShow, this, &ReferenceMenu::fill);
}

void ReferenceMenu::fill()
{
    clear();
    addAction(tr("PSNR and SSIM of a deep check against:"))->setEnabled(false);
    auto* group = new QActionGroup(this);
    connect(this, &QMenu::aboutToHide, group, &QObject::deleteLater);
    const auto add = [this, group](const QString& name, const Reference& reference, bool isChosen) {
        QAction* action = group->addAction(addAction(reference.title()));
        action->setObjectName(u"reference_"_s + name);
        action->setCheckable(true);
        action->setChecked(isChosen);
        connect(action, &QAction::triggered, this, [this, reference] { choose(reference); });
    };
    for (const auto kind : { Reference::Kind::None, Reference::Kind::Original, Reference::Kind::Source }) {
        const Reference reference { .kind = kind, .location = {} };
        add(reference.text(), reference, m_reference.kind == kind);
    }
    if (m_reference.kind == Reference::Kind::Location)
        add(u"file"_s, m_reference, true);
    addSeparator();
    addAction(proofreel::icon(u"folder"_s), tr("A file…"), this, &ReferenceMenu::chooseFile)
        ->setObjectName(u"openReference"_s);
}

void ReferenceMenu::choose(const Reference& reference)
{
    m_reference = reference;
    m_settings.setValue(kKey, reference.text());
    Q_EMIT referenceChanged();
}

void ReferenceMenu::chooseFile()
{
    const QString before = m_reference.location.toLocalFile();
    auto* dialog = new QFileDialog(window(), tr("Compare with a file"), QFileInfo(before).path());
    dialog->setObjectName(u"referenceDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({ tr("Media (*.mp4 *.mov *.m4v *.mkv *.webm *.ts *.m2ts *.mxf *.mpg *.avi *.flv *.y4m)"),
        tr("All files (*)") });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        choose({ .kind = Reference::Kind::Location, .location = QUrl::fromLocalFile(path) });
    });
    dialog->open();
}

} // namespace proofreel
