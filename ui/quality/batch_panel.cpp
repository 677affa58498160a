// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/batch_panel.h"

#include "ui/common/icons.h"
#include "ui/common/state_view.h"
#include "ui/common/widgets.h"
#include "ui/quality/batch_bar.h"
#include "ui/quality/batch_chips.h"
#include "ui/quality/batch_policy_line.h"
#include "ui/quality/batch_table.h"
#include "workspace/batch_desk.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace proofreel {

using State = BatchDesk::State;
using Kind = BatchModel::Kind;

BatchPanel::BatchPanel(BatchDesk& desk, QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_filter(desk.model())
    , m_strip(new ErrorStrip(this))
{
    setObjectName(u"batchPanel"_s);
    buildActions();
    m_strip->setObjectName(u"batchStrip"_s);
    m_table = new BatchTable(m_filter, settings, this);
    m_state = new StateView(this);
    m_state->setObjectName(u"batchState"_s);
    auto* area = new QWidget(this);
    area->setMinimumWidth(1); // with large text a state may want more than there is
    m_stack = new QStackedLayout(area);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_state);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, Theme::kSpace / 2, 0, 0);
    column->setSpacing(Theme::kSpace / 2);
    column->addWidget(buildBar());
    column->addWidget(new BatchBar(desk, this));
    column->addWidget(new BatchPolicyLine(desk, this));
    column->addWidget(m_strip);
    column->addWidget(area, 1);
    setFocusProxy(m_table);

    connect(m_table, &BatchTable::openAsked, this, &BatchPanel::openAsked);
    connect(m_table, &QWidget::customContextMenuRequested, this, &BatchPanel::popUpMenu);
    connect(&desk.model(), &BatchModel::countsChanged, this,
        [this] { m_report->setEnabled(m_desk.model().checkedCount() > 0); });
    connect(m_chips, &BatchChips::changed, this, &BatchPanel::refresh);
    connect(&desk, &BatchDesk::stateChanged, this, [this] {
        refresh();
        showError();
        if (isVisible())
            m_desk.open();
    });
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, &BatchPanel::refresh);
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, this, &BatchPanel::refresh);
    connect(&m_filter, &QAbstractItemModel::modelReset, this, &BatchPanel::refresh);
    refresh();
    showError();
}

void BatchPanel::buildActions()
{
    const auto add = [this](const QString& name, const QString& iconName, const QString& text) {
        auto* action = new QAction(icon(iconName), text, this);
        action->setObjectName(name);
        return action;
    };
    m_report = add(u"batchReport"_s, u"external"_s, tr("Save a report of all…"));
    m_again = add(u"batchAgain"_s, u"refresh"_s, tr("Check the failed ones again"));
    m_discard = add(u"batchDiscard"_s, u"delete"_s, tr("Discard the batch"));
    connect(m_again, &QAction::triggered, this, &BatchPanel::checkAgain);
}

QWidget* BatchPanel::buildBar()
{
    m_bar = new QWidget(this);
    m_chips = new BatchChips(m_desk.model(), m_filter, m_bar);
    auto* row = new QHBoxLayout(m_bar);
    row->setContentsMargins(Theme::kSpace, 0, Theme::kSpace, 0);
    row->setSpacing(Theme::kSpace / 2);
    row->addWidget(m_chips, 1);
    for (QAction* action : { m_again, m_report, m_discard }) {
        auto* button = new IconButton(action, m_bar);
        button->setObjectName(action->objectName() + u"Button"_s);
        row->addWidget(button);
    }
    return m_bar;
}

void BatchPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_desk.open(); // what is remembered is read when somebody looks
}

void BatchPanel::refresh()
{
    const State state = m_desk.state();
    const BatchModel& model = m_desk.model();
    const bool rests = state == State::Stopped || state == State::Finished;
    m_bar->setVisible(model.rowCount() > 0);
    m_report->setEnabled(model.checkedCount() > 0);
    m_again->setEnabled(rests && model.count(Kind::Fail) + model.count(Kind::Error) > 0);
    m_discard->setEnabled(state != State::Empty);
    const bool some = m_filter.rowCount() > 0;
    if (!some)
        showNothing();
    m_stack->setCurrentIndex(some ? 0 : 1);
}

void BatchPanel::showNothing()
{
    const auto resume = [this] { m_desk.resume(); };
    if (m_desk.model().rowCount() > 0)
        m_state->showEmpty(u"filter"_s, tr("No asset of the batch matches the filter"), {}, tr("Show all"),
            [this] { m_chips->clear(); });
    else if (m_desk.state() == State::Opening || m_desk.state() == State::Remembered)
        m_state->showLoading(tr("Reading the journal…"));
    else if (m_desk.error())
        m_state->showError(tr("The batch cannot go on"), *m_desk.error(), resume);
    else if (!m_desk.isUsable())
        m_state->showEmpty(u"key"_s, tr("No account is connected"), tr("A batch checks assets of one account."));
    else
        m_state->showEmpty(u"list"_s, tr("Check many assets at once"),
            tr("Select several in the library, the queue, the history or the favourites, and press V; Shift+V decodes "
               "them. Or check all that the library lists."),
            tr("Check all that the library lists…"), [this] { Q_EMIT libraryAsked(); });
}

// Where there are rows, they stay in view below it.
void BatchPanel::showError()
{
    const auto& error = m_desk.error();
    if (error && m_desk.model().rowCount() > 0) {
        m_strip->showError(
            *error, [this] { m_desk.resume(); }, tr("Go on"));
        m_errorShown = true;
    } else if (std::exchange(m_errorShown, false)) {
        m_strip->hide();
    }
}

void BatchPanel::checkAgain()
{
    Q_EMIT checkAgainAsked(m_desk.model().idsOf({ Kind::Fail, Kind::Error }));
}

void BatchPanel::popUpMenu(const QPoint& at)
{
    const QStringList ids = m_table->selectedIds();
    const QString first = m_table->currentIndex().data(BatchModel::MediaIdRole).toString();
    if (ids.isEmpty() || first.isEmpty())
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(u"batchMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* open =
        menu->addAction(tr("Open, and show what was found"), this, [this, first] { Q_EMIT openAsked(first); });
    open->setShortcut(Qt::Key_Return);
    menu->setDefaultAction(open);
    const bool rests = m_desk.state() == State::Stopped || m_desk.state() == State::Finished;
    menu->addAction(
            tr("Check %n assets again", nullptr, int(ids.size())), this, [this, ids] { Q_EMIT checkAgainAsked(ids); })
        ->setEnabled(rests);
    menu->addAction(tr("Add to queue"), this, [this, ids] { Q_EMIT queueAsked(ids); });
    menu->addSeparator();
    menu->addAction(tr("Copy"), this, [this] { copyToClipboard(m_table->selectedText(), m_table); })
        ->setShortcut(QKeySequence::Copy);
    menu->addAction(tr("Copy MediaId"), this, [this, ids] { copyToClipboard(ids.join(u'\n'), m_table); });
    menu->addSeparator();
    menu->addActions({ m_again, m_report, m_discard });
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

} // namespace proofreel
