// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/batch_link.h"

#include "ui/common/state_view.h"
#include "ui/quality/batch_panel.h"
#include "ui/quality/save_report.h"
#include "workspace/check_room.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QDesktopServices>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr qsizetype kAskAbove = 100; // assets

} // namespace

using State = BatchDesk::State;

BatchLink::BatchLink(Workspace& workspace, BatchPanel& panel, ErrorStrip& strip, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_desk(workspace.checks().batch())
    , m_panel(panel)
    , m_strip(strip)
    , m_sweep(workspace.client())
    , m_report(std::make_unique<std::stop_source>())
{
    connect(&m_desk, &BatchDesk::stateChanged, this, &BatchLink::onState);
    connect(&m_desk, &BatchDesk::progressChanged, this, &BatchLink::showTitle);
    connect(&panel, &BatchPanel::openAsked, this, &BatchLink::openRow);
    connect(&panel, &BatchPanel::checkAgainAsked, &m_desk, &BatchDesk::checkAgain);
    connect(panel.reportAction(), &QAction::triggered, this, &BatchLink::saveReport);
    connect(panel.discardAction(), &QAction::triggered, this, &BatchLink::discard);
    connect(&m_sweep, &IdSweep::finished, this, &BatchLink::onSwept);
    connect(&m_sweep, &IdSweep::failed, this, [this](const Error& error) { m_panel.strip().showError(error, {}); });
    connect(&m_sweep, &IdSweep::progress, this, [this](qsizetype found) {
        m_panel.strip().showNote(
            tr("Looking for assets: %n found so far…", nullptr, int(found)), [this] { m_sweep.cancel(); },
            tr("Cancel"));
    });
    connect(&workspace, &Workspace::leaving, this, [this] {
        m_sweep.cancel();
        m_report->request_stop();
    });
    onState();
}

BatchLink::~BatchLink()
{
    m_report->request_stop();
}

void BatchLink::start(const QStringList& mediaIds, bool deep)
{
    const auto go = [this, mediaIds, deep] {
        m_desk.start(mediaIds, deep, m_workspace.checks().session().reference());
        Q_EMIT batchWanted();
    };
    if (m_desk.isUnfinished())
        ask(u"batchReplaceBox"_s,
            tr("Another batch is not finished. What it has found so far is deleted when a new one starts."),
            tr("Start the new one"), go);
    else
        go();
}

void BatchLink::checkAll(const AssetQuery& query)
{
    if (!m_desk.isUsable())
        return;
    Q_EMIT batchWanted();
    m_panel.strip().showNote(
        tr("Looking for assets…"), [this] { m_sweep.cancel(); }, tr("Cancel"));
    m_sweep.start(query, BatchPlan::kMostAssets);
}

void BatchLink::onSwept(const IdSweep::Found& found)
{
    m_panel.strip().hide();
    if (found.mediaIds.isEmpty())
        m_panel.strip().showNote(tr("There is no video or audio among them: nothing to check."));
    else if (found.mediaIds.size() > kAskAbove)
        askHow(found);
    else
        start(found.mediaIds, false);
}

void BatchLink::askHow(const IdSweep::Found& found)
{
    const int count = int(found.mediaIds.size());
    QString question =
        tr("Check %n assets? It can be paused, and goes on after the window was closed.", nullptr, count);
    if (found.isCut)
        question +=
            u"\n\n"_s + tr("There are more; a batch takes %1 at most.").arg(QLocale().toString(BatchPlan::kMostAssets));
    auto* box = new QMessageBox(QMessageBox::Question, tr("Check all"), question, {}, m_panel.window());
    box->setObjectName(u"batchCheckAllBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* yes = box->addButton(tr("Check"), QMessageBox::AcceptRole);
    QPushButton* deep = box->addButton(tr("Check deeply"), QMessageBox::AcceptRole);
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(yes);
    connect(box, &QMessageBox::buttonClicked, this,
        [this, ids = found.mediaIds, yes, deep](const QAbstractButton* clicked) {
            if (clicked == yes || clicked == deep)
                start(ids, clicked == deep);
        });
    box->open();
}

void BatchLink::ask(const QString& name, const QString& question, const QString& yes, const std::function<void()>& goOn)
{
    auto* box = new QMessageBox(QMessageBox::Question, tr("Batch"), question, {}, m_panel.window());
    box->setObjectName(name);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* button = box->addButton(yes, QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(box, &QMessageBox::buttonClicked, this, [button, goOn](const QAbstractButton* clicked) {
        if (clicked == button)
            goOn();
    });
    box->open();
}

void BatchLink::onState()
{
    showTitle();
    if (m_desk.state() != State::Remembered || !m_desk.isUnfinished() || m_offered == m_desk.plan().journal)
        return;
    m_offered = m_desk.plan().journal;
    m_strip.showNote(
        tr("A batch of %n assets was not finished. What was checked is kept.", nullptr,
            int(m_desk.plan().mediaIds.size())),
        [this] {
            Q_EMIT batchWanted();
            m_desk.resume();
        },
        tr("Go on"));
}

void BatchLink::showTitle()
{
    QString title = tr("Batch");
    if (const BatchProgress progress = m_desk.progress(); m_desk.isActive() && progress.planned > 0)
        title = tr("Batch %1 %").arg(progress.done * 100 / progress.planned);
    Q_EMIT titleChanged(title);
}

// What the batch has found is shown, not measured again.
void BatchLink::openRow(const QString& mediaId)
{
    Q_EMIT openAsked(mediaId);
    const BatchModel& model = m_desk.model();
    const int row = model.rowOf(mediaId);
    if (row < 0 || model.at(row).state != BatchRow::State::Checked)
        return;
    m_read.abort();
    m_read = m_desk.read(
        mediaId, this, [this, policy = m_desk.policy(), deep = m_desk.plan().deep](const Result<AssetResult>& result) {
            if (!result) {
                m_panel.strip().showError(result.error(), {});
                return;
            }
            m_workspace.checks().session().adopt(*result, policy, deep);
            Q_EMIT checkWanted();
        });
}

void BatchLink::saveReport()
{
    m_report = std::make_unique<std::stop_source>();
    ReportJob job { .question = m_desk.question(), .planned = m_desk.progress().planned, .source = m_desk.results() };
    job.question.tool = u"Proofreel "_s + QStringLiteral(PROOFREEL_VERSION);
    job.stop = m_report->get_token();
    job.progress = [this, total = m_desk.model().checkedCount()](qint64 written) {
        const QLocale locale;
        m_panel.strip().showNote(
            tr("Writing the report: %1 of %2 assets").arg(locale.toString(written), locale.toString(total)),
            [this] { m_report->request_stop(); }, tr("Cancel"));
    };
    const QString name = u"batch-%1.html"_s.arg(m_desk.plan().startedAt.toLocalTime().toString(u"yyyy-MM-dd-HHmm"_s));
    proofreel::saveReport(m_panel.window(), name, job, [this](const Result<QString>& path) {
        if (path)
            m_panel.strip().showNote(
                tr("The report was saved: %1").arg(*path),
                [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(*path)); }, tr("Open"));
        else if (path.error().kind == ErrorKind::Cancelled)
            m_panel.strip().hide();
        else
            m_panel.strip().showError(path.error(), [this] { saveReport(); });
    });
}

void BatchLink::discard()
{
    if (m_desk.isUnfinished())
        ask(u"batchDiscardBox"_s, tr("This batch is not finished. What it has found so far is deleted."),
            tr("Discard the batch"), [this] { m_desk.discard(); });
    else
        m_desk.discard();
}

} // namespace proofreel
