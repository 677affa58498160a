// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/status_text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AssetText)
};

} // namespace

QString statusText(const QString& status)
{
    if (status == "Normal"_L1)
        return Words::tr("Normal");
    if (status == "Preparing"_L1)
        return Words::tr("Preparing");
    if (status == "PrepareFail"_L1)
        return Words::tr("Preparing failed");
    if (status == "Init"_L1)
        return Words::tr("Not prepared yet");
    return status;
}

} // namespace proofreel
