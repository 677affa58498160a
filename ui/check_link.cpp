// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/check_link.h"

#include "quality/check_mark.h"
#include "quality/history.h"
#include "streams/asset_session.h"
#include "ui/common/state_view.h"
#include "ui/playback_link.h"
#include "ui/quality/check_panel.h"
#include "ui/quality/findings_view.h"
#include "ui/quality/save_report.h"
#include "ui/streams/stream_panel.h"
#include "workspace/check_room.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QDesktopServices>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr qsizetype kMostMessages = 5; // in the tooltip of a stream

QString findingsText(const Judgement& judgement, const QString& key, CheckMark mark)
{
    QStringList lines { markText(mark) };
    for (const Finding& finding : judgement.findings) {
        if (finding.stream == key && lines.size() <= kMostMessages)
            lines.append(markSign(markOf(finding.severity)) + u' ' + finding.message);
    }
    return lines.join(u'\n');
}

} // namespace

CheckLink::CheckLink(Workspace& workspace, CheckPanel& panel, FindingsView& findings, StreamPanel& streams,
    PlaybackLink& link, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_session(workspace.checks().session())
    , m_panel(panel)
    , m_findings(findings)
    , m_streams(streams)
    , m_link(link)
{
    connect(panel.checkAction(), &QAction::triggered, this, [this] { start(false); });
    connect(panel.deepAction(), &QAction::triggered, this, [this] { start(true); });
    connect(panel.exportAction(), &QAction::triggered, this, &CheckLink::exportReport);
    connect(&findings, &FindingsView::checkAsked, this, [this] { start(false); });
    connect(&findings, &FindingsView::hostAllowed, this, [this](const QString& host) {
        m_session.allowHost(host);
        m_session.start(m_session.isDeep());
    });
    connect(&panel, &CheckPanel::evidenceAsked, this, &CheckLink::showEvidence);
    connect(&findings, &FindingsView::evidenceAsked, this, &CheckLink::showEvidence);
    connect(&panel, &CheckPanel::cellChanged, this, &CheckLink::showCell);
    connect(&panel, &CheckPanel::checkAsked, this, &CheckLink::start);
    connect(&streams, &StreamPanel::selectionChanged, this,
        [this](const StreamKey& key) { m_findings.setStream(key.toString()); });
    connect(&m_session, &CheckSession::judged, this, &CheckLink::markStreams);
    addStreamActions();
    markStreams();
}

void CheckLink::addStreamActions()
{
    const auto add = [this](const QString& name, const QString& text, bool deep) {
        auto* action = new QAction(text, this);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, [this, deep] {
            if (const StreamKey key = m_streams.selected(); !key.isEmpty())
                start(deep, key.toString());
        });
        m_streams.addStreamAction(action);
    };
    add(u"checkStream"_s, tr("Check only this rendition"), false);
    add(u"deepCheckStream"_s, tr("Deep check of only this rendition"), true);
}

void CheckLink::start(bool deep, const QString& stream)
{
    Q_EMIT checkWanted();
    m_session.start(deep, stream);
}

void CheckLink::showCell(const QString& rule, const QString& stream)
{
    if (!stream.isEmpty())
        m_streams.select(StreamKey::fromString(stream));
    m_findings.select(rule, stream);
}

void CheckLink::showEvidence(const QString& rule, const QString& stream, const QVariant& atMs)
{
    showCell(rule, stream);
    m_panel.select(rule, stream);
    Q_EMIT findingWanted();
    const StreamModel& streams = m_workspace.session().streams();
    const StreamKey key = StreamKey::fromString(stream);
    const int row = streams.rowOf(key);
    if (row < 0) // the ladder as a whole, or a rendition that the asset has lost
        return;
    if (streams.playability(row) != Playability::Playable) {
        m_panel.strip().showNote(streams.whyNotPlayable(row));
        return;
    }
    m_link.playAt(key, atMs.isValid() ? std::optional(qRound64(atMs.toDouble())) : std::nullopt);
}

void CheckLink::exportReport()
{
    const PolicyChoice& choice = m_session.choice();
    const CheckQuestion question { .policy = choice.policy().name().isEmpty() ? choice.title() : choice.policy().name(),
        .policyMark = policyMark(choice.policy()),
        .failAt = choice.policy().failAt(),
        .deep = m_session.isDeep(),
        .reference = m_session.isDeep() && m_session.reference().kind != Reference::Kind::None
            ? m_session.reference().title()
            : QString(),
        .startedAt = m_session.sheet().requestedAt,
        .tool = u"Proofreel "_s + QStringLiteral(PROOFREEL_VERSION) };
    saveReport(m_panel.window(), u"check-%1.html"_s.arg(m_session.mediaId()), question, { m_session.result() },
        [this](const Result<QString>& path) {
            if (path)
                m_panel.strip().showNote(
                    tr("The report was saved: %1").arg(*path),
                    [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(*path)); }, tr("Open"));
            else
                m_panel.strip().showError(path.error(), [this] { exportReport(); });
        });
}

void CheckLink::markStreams()
{
    const Judgement& judgement = m_session.judgement();
    QHash<QString, StreamModel::Mark> marks;
    for (const StreamSheet& stream : m_session.sheet().streams) {
        const CheckMark mark = streamMark(judgement, stream.key);
        if (mark != CheckMark::None)
            marks.insert(stream.key, { int(mark), markSign(mark), findingsText(judgement, stream.key, mark) });
    }
    m_workspace.session().streams().setMarks(marks);
}

} // namespace proofreel
