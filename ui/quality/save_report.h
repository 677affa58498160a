// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/report_writer.h"

#include <QWidget>

namespace proofreel {

//! Asks for a file (HTML, JSON, CSV or JUnit, by its suffix) and writes results to it in a thread of its own.
//! \a done runs in \a parent's thread with the path, unless the person cancelled or \a parent is gone.
void saveReport(QWidget* parent, const QString& suggestedName, const CheckQuestion& question,
    const QList<AssetResult>& results, const std::function<void(Result<QString>)>& done);

} // namespace proofreel
