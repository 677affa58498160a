// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/write_report.h"

#include <QWidget>

namespace proofreel {

using ReportSaved = std::function<void(Result<QString> path)>;

//! A report of results that come one after the other.
struct ReportJob {
    CheckQuestion question;
    qint64 planned = 0; //!< as CheckSummary
    ResultSource source;
    std::stop_token stop;
    std::function<void(qint64 written)> progress; //!< now and then, in the GUI thread; may be empty
};

//! Asks for a file (HTML, JSON, CSV or JUnit, by its suffix) and writes results to it in a thread of its own.
//! \a done runs in \a parent's thread with the path, unless the person cancelled or \a parent is gone.
void saveReport(QWidget* parent, const QString& suggestedName, const CheckQuestion& question,
    const QList<AssetResult>& results, const ReportSaved& done);
void saveReport(QWidget* parent, const QString& suggestedName, const ReportJob& job, const ReportSaved& done);

} // namespace proofreel
