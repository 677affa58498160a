// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/findings_view.h"

#include "ui/common/state_view.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/quality/finding_delegate.h"
#include "workspace/check_session.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr QKeyCombination kTicketKey = Qt::CTRL | Qt::SHIFT | Qt::Key_C;

} // namespace

FindingsView::FindingsView(CheckSession& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_list(new QListView(this))
    , m_state(new StateView(this))
{
    setObjectName(u"findingsView"_s);
    buildBar();
    m_strip = new ErrorStrip(this);
    m_strip->setObjectName(u"privateHostStrip"_s);
    m_list->setObjectName(u"findingsList"_s);
    m_list->setAccessibleName(tr("Findings"));
    m_list->setModel(&m_findings);
    m_list->setItemDelegate(new FindingDelegate(m_list));
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // the lines of a card depend on the width
    m_list->setMouseTracking(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    connect(m_list, &QListView::doubleClicked, this, &FindingsView::activate);
    connect(m_list, &QWidget::customContextMenuRequested, this, &FindingsView::popUpMenu);

    auto* area = new QWidget(this);
    m_stack = new QStackedLayout(area);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_state);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, Theme::kSpace / 2, 0, 0);
    column->setSpacing(Theme::kSpace / 2);
    column->addWidget(m_strip);
    column->addWidget(m_bar);
    column->addWidget(area, 1);
    setFocusProxy(m_list);
    connect(&session, &CheckSession::judged, this, &FindingsView::refresh);
    connect(&session, &CheckSession::changed, this, &FindingsView::showState);
    refresh();
}

void FindingsView::buildBar()
{
    m_bar = new QWidget(this);
    m_onlyStream = new Chip(tr("This rendition"), m_bar);
    m_onlyStream->setObjectName(u"onlyThisRendition"_s);
    m_onlyStream->setToolTip(tr("Only what concerns the selected rendition, and the ladder"));
    m_filter = new QLineEdit(m_bar);
    m_filter->setObjectName(u"filterFindings"_s);
    m_filter->setPlaceholderText(tr("Filter findings"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);
    auto* row = new QHBoxLayout(m_bar);
    row->setContentsMargins(Theme::kSpace, 0, Theme::kSpace, 0);
    row->setSpacing(Theme::kSpace / 2);
    row->addWidget(m_filter, 1);
    row->addWidget(m_onlyStream);
    connect(m_onlyStream, &QAbstractButton::toggled, this, [this](bool on) {
        m_findings.setStream(on ? m_stream : QString());
        showState();
    });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_findings.setText(text);
        showState();
    });
}

void FindingsView::setStream(const QString& key)
{
    m_stream = key;
    if (m_onlyStream->isChecked())
        m_findings.setStream(key);
    showState();
}

void FindingsView::setNew(const QSet<std::pair<QString, QString>>& findings, const QDateTime& since)
{
    m_findings.setNew(findings, since);
    m_list->doItemsLayout();
}

void FindingsView::refresh()
{
    m_findings.set(m_session.sheet(), m_session.judgement(), m_session.settings());
    Q_EMIT totalChanged(m_findings.total());
    showState();
    showRefused();
}

// Asked once for each host and asset: who dismisses it finds it again in the finding's menu.
void FindingsView::showRefused()
{
    const QStringList hosts = m_session.refusedHosts();
    const QString host = hosts.value(0);
    const QString asked = host.isEmpty() ? QString() : m_session.mediaId() + u' ' + host;
    if (asked == m_asked)
        return;
    m_asked = asked;
    m_strip->setVisible(!host.isEmpty());
    if (!host.isEmpty())
        m_strip->showNote(
            tr("A playlist points to %1, in a private network.").arg(host), [this, host] { Q_EMIT hostAllowed(host); },
            tr("Allow %1").arg(host));
}

QString FindingsView::allowText(const QString& host)
{
    return tr("Allow %1 for this asset and check again").arg(host);
}

void FindingsView::showState()
{
    const CheckSession::State state = m_session.state();
    const bool some = m_findings.rowCount() > 0;
    m_bar->setVisible(m_findings.total() > 0);
    m_stack->setCurrentIndex(some ? 0 : 1);
    if (some)
        return;
    if (m_findings.total() > 0)
        m_state->showEmpty(u"filter"_s, tr("No finding matches the filter"), {}, tr("Show all"), [this] {
            m_filter->clear();
            m_onlyStream->setChecked(false);
        });
    else if (state == CheckSession::State::Running)
        m_state->showLoading(m_session.progress().done > 0 ? tr("Nothing found so far") : tr("Checking…"));
    else if (state == CheckSession::State::Failed && m_session.sheet().error)
        m_state->showError(
            tr("The asset could not be checked"), *m_session.sheet().error, [this] { Q_EMIT checkAsked(); });
    else if (state == CheckSession::State::Checked)
        m_state->showEmpty(u"check"_s, tr("Nothing found"),
            m_session.isDeep() ? tr("All rules hold.")
                               : tr("All rules hold that need no decoding. A deep check looks at picture and sound."));
    else if (state == CheckSession::State::NotChecked)
        m_state->showEmpty(u"check"_s, tr("Not checked yet"),
            tr("A check compares what the service declares with what the files say."), tr("Check (V)"),
            [this] { Q_EMIT checkAsked(); });
    else
        m_state->showEmpty(u"check"_s, tr("No asset open"), tr("Open an asset to check it."));
}

void FindingsView::select(const QString& rule, const QString& stream)
{
    for (int row = 0; row < m_findings.rowCount(); ++row) {
        const Finding& finding = m_findings.at(row);
        if (finding.rule != rule || finding.stream != stream)
            continue;
        m_list->setCurrentIndex(m_findings.index(row));
        m_list->scrollTo(m_findings.index(row));
        return;
    }
}

void FindingsView::activate(const QModelIndex& index)
{
    if (index.isValid())
        Q_EMIT evidenceAsked(index.data(FindingsModel::RuleRole).toString(),
            index.data(FindingsModel::StreamRole).toString(), index.data(FindingsModel::AtMsRole));
}

void FindingsView::step(int by)
{
    const int rows = m_findings.rowCount();
    if (rows == 0)
        return;
    const int now = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : (by > 0 ? -1 : rows);
    const QModelIndex next = m_findings.index((now + by + rows) % rows);
    m_list->setCurrentIndex(next);
    m_list->scrollTo(next);
    activate(next);
}

void FindingsView::copy()
{
    QStringList lines;
    QModelIndexList chosen = m_list->selectionModel()->selectedIndexes();
    std::sort(chosen.begin(), chosen.end());
    for (const QModelIndex& index : std::as_const(chosen))
        lines.append(index.data(FindingsModel::CopyRole).toString());
    if (!lines.isEmpty())
        copyToClipboard(lines.join(u'\n'), m_list);
}

// What a colleague who has not seen it needs to find it again.
void FindingsView::copyForTicket()
{
    QStringList texts;
    QModelIndexList chosen = m_list->selectionModel()->selectedIndexes();
    std::sort(chosen.begin(), chosen.end());
    for (const QModelIndex& index : std::as_const(chosen))
        texts.append(index.data(FindingsModel::TicketRole).toString());
    if (texts.isEmpty())
        return;
    texts.append(tr("Policy: %1").arg(m_session.choice().title()));
    copyToClipboard(texts.join(u"\n\n"_s), m_list);
}

void FindingsView::popUpMenu(const QPoint& at)
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(u"findingMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* show = menu->addAction(tr("Show in the player"), this, [this, index] { activate(index); });
    show->setShortcut(Qt::Key_Return);
    show->setEnabled(!index.data(FindingsModel::StreamRole).toString().isEmpty());
    const StreamSheet* stream = m_session.streamSheet(index.data(FindingsModel::StreamRole).toString());
    const bool isRefused = index.data(FindingsModel::RuleRole).toString() == "hls.refused"_L1;
    if (isRefused && stream && stream->hls && !stream->hls->refusedHost.isEmpty())
        menu->addAction(allowText(stream->hls->refusedHost), this,
                [this, host = stream->hls->refusedHost] { Q_EMIT hostAllowed(host); })
            ->setObjectName(u"allowHost"_s);
    menu->addAction(tr("Copy"), this, &FindingsView::copy)->setShortcut(QKeySequence::Copy);
    menu->addAction(tr("Copy for a ticket"), this, &FindingsView::copyForTicket)->setShortcut(kTicketKey);
    menu->addAction(tr("Copy the rule’s id"), this,
        [this, index] { copyToClipboard(index.data(FindingsModel::RuleRole).toString(), m_list); });
    menu->addSeparator();
    menu->addAction(tr("Edit this rule…"), this,
            [this, index] { Q_EMIT ruleEditAsked(index.data(FindingsModel::RuleRole).toString()); })
        ->setObjectName(u"editRule"_s);
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

bool FindingsView::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    const bool isTicket = key->keyCombination() == kTicketKey;
    if (event->type() == QEvent::ShortcutOverride) {
        if (!isTicket && !key->matches(QKeySequence::Copy))
            return false;
        event->accept();
        return true;
    }
    if (isTicket)
        copyForTicket();
    else if (key->matches(QKeySequence::Copy))
        copy();
    else if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
        activate(m_list->currentIndex());
    else
        return false;
    return true;
}

} // namespace proofreel
