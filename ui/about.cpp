// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/about.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QSysInfo>

namespace proofreel {

using namespace Qt::StringLiterals;

void showAbout(QWidget* parent)
{
    auto* box = new QMessageBox(parent);
    box->setObjectName(u"aboutBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(QCoreApplication::translate("About", "About Proofreel"));
    box->setIconPixmap(QIcon(u":/icons/app/proofreel.svg"_s).pixmap(64, 64));
    box->setText(u"Proofreel %1"_s.arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(QCoreApplication::translate("About",
                                "Browse, play and check renditions in Alibaba Cloud Intelligent Media Services.")
        + u"\n\nQt %1 · %2"_s.arg(QString::fromLatin1(qVersion()), QSysInfo::prettyProductName()) + u"\n\n"_s
        + QCoreApplication::translate(
            "About", "Free software under the GNU General Public License, version 3 or later, without any warranty."));
    box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box->open();
}

} // namespace proofreel
