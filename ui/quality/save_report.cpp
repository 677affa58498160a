// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/save_report.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QPointer>
#include <QStandardPaths>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr qint64 kProgressEveryMs = 100;

struct ReportText {
    Q_DECLARE_TR_FUNCTIONS(SaveReport)
};

Result<void> addAll(const QList<AssetResult>& results, const std::function<Result<void>(const AssetResult&)>& add)
{
    for (const AssetResult& result : results) {
        if (const auto added = add(result); !added)
            return added;
    }
    return {};
}

//! Not of each: the GUI thread need not hear of every asset.
std::function<void(qint64)> seldom(const QPointer<QWidget>& guard, const std::function<void(qint64)>& progress)
{
    if (!progress)
        return {};
    QElapsedTimer since;
    since.start();
    return [guard, progress, since](qint64 written) mutable {
        if (since.elapsed() < kProgressEveryMs)
            return;
        since.restart();
        QMetaObject::invokeMethod(
            qApp,
            [guard, progress, written] {
                if (guard)
                    progress(written);
            },
            Qt::QueuedConnection);
    };
}

void write(QWidget* parent, const QString& path, const ReportJob& job, const ReportSaved& done)
{
    const QPointer<QWidget> guard(parent);
    QThreadPool::globalInstance()->start([path, job, done, guard] {
        const Result<QString> written =
            writeReport(path, job.question, job.planned, job.source, job.stop, seldom(guard, job.progress))
                .map([&path] { return path; });
        QMetaObject::invokeMethod(
            qApp,
            [guard, done, written] {
                if (guard)
                    done(written);
            },
            Qt::QueuedConnection);
    });
}

} // namespace

void saveReport(QWidget* parent, const QString& suggestedName, const CheckQuestion& question,
    const QList<AssetResult>& results, const ReportSaved& done)
{
    ReportJob job { .question = question, .planned = results.size() };
    job.source = [results](const auto& add) { return addAll(results, add); };
    saveReport(parent, suggestedName, job, done);
}

void saveReport(QWidget* parent, const QString& suggestedName, const ReportJob& job, const ReportSaved& done)
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
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
        [parent, job, done](const QString& path) { write(parent, path, job, done); });
    dialog->open();
}

} // namespace proofreel
