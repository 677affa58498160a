// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/save_report.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QPointer>
#include <QStandardPaths>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct ReportText {
    Q_DECLARE_TR_FUNCTIONS(SaveReport)
};

Result<QString> write(const QString& path, const CheckQuestion& question, const QList<AssetResult>& results)
{
    auto writer = ReportWriter::begin(path, question);
    if (!writer)
        return fail(writer.error());
    CheckSummary summary;
    summary.planned = results.size();
    for (const AssetResult& result : results) {
        if (const auto added = (*writer)->add(result); !added)
            return fail(added.error());
        summary.add(result);
    }
    summary.finishedAt = QDateTime::currentDateTimeUtc();
    if (const auto finished = (*writer)->finish(summary); !finished)
        return fail(finished.error());
    return path;
}

} // namespace

void saveReport(QWidget* parent, const QString& suggestedName, const CheckQuestion& question,
    const QList<AssetResult>& results, const std::function<void(Result<QString>)>& done)
{
    auto* dialog = new QFileDialog(
        parent, ReportText::tr("Save a report"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setObjectName(u"reportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({ ReportText::tr("HTML, for people (*.html)"), ReportText::tr("JSON (*.json)"),
        ReportText::tr("CSV, a line for each finding (*.csv)"), ReportText::tr("JUnit, for pipelines (*.xml)") });
    dialog->setDefaultSuffix(u"html"_s);
    dialog->selectFile(suggestedName);
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog,
        [dialog](const QString& filter) { dialog->setDefaultSuffix(filter.section(u"*."_s, 1).chopped(1)); });
    QObject::connect(
        dialog, &QFileDialog::fileSelected, parent, [parent, question, results, done](const QString& path) {
            QThreadPool::globalInstance()->start([path, question, results, done, guard = QPointer<QWidget>(parent)] {
                const Result<QString> written = write(path, question, results);
                QMetaObject::invokeMethod(
                    qApp,
                    [guard, done, written] {
                        if (guard)
                            done(written);
                    },
                    Qt::QueuedConnection);
            });
        });
    dialog->open();
}

} // namespace proofreel
