// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/streams/stream_panel.h"

#include "ui/common/icons.h"
#include "ui/common/state_view.h"
#include "ui/common/table_columns.h"
#include "ui/common/theme.h"
#include "ui/streams/facet_bar.h"
#include "ui/streams/stream_actions.h"
#include "ui/streams/stream_table.h"
#include "ui/streams/url_life_label.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QSettings>
#include <QStackedLayout>
#include <QToolButton>

namespace proofreel {

using namespace Qt::StringLiterals;
using Facet = StreamFilterModel::Facet;

namespace {

const QString kGroupKey = u"streams/groupBy"_s;
constexpr int kMostKeys = 8; // 9 and 0 turn the volume, as in every player

QToolButton* menuButton(const QString& name, const QString& iconName, const QString& text, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(icon(iconName, Theme::Tone::Secondary));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::TabFocus);
    const int side = button->fontMetrics().height() + 2;
    button->setIconSize({ side, side });
    return button;
}

} // namespace

StreamPanel::StreamPanel(AssetSession& session, QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_settings(settings)
{
    setObjectName(u"streamPanel"_s);
    m_filter.setSourceModel(&m_session.streams());
    m_stack = new QStackedLayout(this);
    m_state = new StateView(this);
    m_state->setObjectName(u"streamState"_s);
    m_stack->addWidget(m_state);
    buildContent();
    addRenditionActions();

    connect(&m_session, &AssetSession::stateChanged, this, &StreamPanel::refreshState);
    connect(&m_session.streams(), &StreamModel::currentChanged, this, &StreamPanel::onSelectionChanged);
    connect(&m_filter, &QAbstractItemModel::modelReset, this, &StreamPanel::onAssetChanged);
    connect(&m_filter, &StreamFilterModel::facetsChanged, this, &StreamPanel::refreshFilterHint);
    connect(m_table, &StreamTable::rowChanged, this, &StreamPanel::onSelectionChanged);
    connect(m_table, &StreamTable::playAsked, this, &StreamPanel::play);
    onAssetChanged();
    refreshState();
}

void StreamPanel::buildContent()
{
    m_content = new QWidget(this);
    m_strip = new ErrorStrip(m_content);
    m_strip->setObjectName(u"streamStrip"_s);
    m_facets = new FacetBar(m_filter, m_content);
    m_facets->setObjectName(u"facetBar"_s);
    m_life = new UrlLifeLabel(m_session.streams(), m_content);
    m_table = new StreamTable(m_filter, m_settings, m_content);
    auto* actions = new StreamActions(*m_table, m_session.streams(), m_filter);
    connect(actions, &StreamActions::playAsked, this, &StreamPanel::play);

    auto* groups = menuButton(u"groupBy"_s, u"list"_s, tr("Group by"), m_content);
    buildGroupMenu(groups);
    auto* columns = menuButton(u"chooseColumns"_s, u"columns"_s, tr("Choose columns"), m_content);
    columns->setMenu(m_table->columns().menu());

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(Theme::kSpace, 0, Theme::kSpace, 0);
    bar->setSpacing(Theme::kSpace / 2);
    bar->addWidget(m_facets, 1);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(Theme::kSpace / 2);
    tools->addWidget(m_life);
    tools->addSpacing(Theme::kSpace / 2);
    tools->addWidget(groups);
    tools->addWidget(columns);
    bar->addLayout(tools);
    bar->setAlignment(tools, Qt::AlignTop);

    m_noMatch = new StateView(m_content);
    m_noMatch->setObjectName(u"noMatch"_s);
    m_noMatch->showEmpty(
        u"filter"_s, tr("No stream matches the filter"), {}, tr("Clear filter"), [this] { m_filter.clearFilters(); });
    auto* tableArea = new QWidget(m_content);
    m_tableStack = new QStackedLayout(tableArea);
    m_tableStack->addWidget(m_table);
    m_tableStack->addWidget(m_noMatch);

    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, Theme::kSpace / 2, 0, 0);
    column->setSpacing(Theme::kSpace / 2);
    column->addWidget(m_strip);
    column->addLayout(bar);
    column->addWidget(tableArea, 1);
    m_stack->addWidget(m_content);
    setFocusProxy(m_table);
}

void StreamPanel::buildGroupMenu(QToolButton* button)
{
    auto* menu = new QMenu(button);
    auto* group = new QActionGroup(menu);
    const int remembered = m_settings.value(kGroupKey, -1).toInt();
    const auto add = [&](const QString& text, int value) {
        QAction* action = menu->addAction(text);
        action->setObjectName(u"groupBy_%1"_s.arg(value));
        action->setCheckable(true);
        action->setChecked(value == remembered);
        group->addAction(action);
        const auto facet = value < 0 ? std::nullopt : std::optional(static_cast<Facet>(value));
        connect(action, &QAction::triggered, this, [this, facet] { setGroupBy(facet); });
        if (value == remembered)
            m_filter.setGroupBy(facet);
    };
    add(tr("No groups"), -1);
    for (const Facet facet : { Facet::Definition, Facet::Format, Facet::Hdr })
        add(StreamFilterModel::title(facet), static_cast<int>(facet));
    button->setMenu(menu);
}

void StreamPanel::addRenditionActions()
{
    for (int n = 1; n <= kMostKeys; ++n) {
        auto* action = new QAction(tr("Play rendition %1").arg(n), this);
        action->setObjectName(u"rendition_%1"_s.arg(n));
        action->setShortcut(QKeySequence(Qt::Key_0 + n));
        connect(action, &QAction::triggered, this, [this, n] { playNth(n); });
        m_renditions.append(action);
    }
    addActions(m_renditions);
}

void StreamPanel::setGroupBy(std::optional<Facet> facet)
{
    m_settings.setValue(kGroupKey, facet ? static_cast<int>(*facet) : -1);
    m_filter.setGroupBy(facet);
}

void StreamPanel::refreshState()
{
    const bool rows = m_session.hasAnswer() && m_session.streams().rowCount() > 0;
    if (!rows) {
        showNothing();
        m_stack->setCurrentWidget(m_state);
        return;
    }
    m_stack->setCurrentWidget(m_content);
    if (m_session.state() == AssetSession::State::Failed) {
        m_strip->showError(m_session.error(), [this] { m_session.reload(); });
        m_stripIsError = true;
    } else if (m_stripIsError) {
        m_strip->hide();
        m_stripIsError = false;
    }
    if (m_session.state() == AssetSession::State::Ready && m_session.mediaState() != MediaState::Ready) {
        const MediaStateText text = mediaStateText(m_session.mediaState());
        m_strip->showNote(text.title + u". "_s + text.text);
    }
}

void StreamPanel::showNothing()
{
    const auto reload = [this] { m_session.reload(); };
    switch (m_session.state()) {
    case AssetSession::State::Empty:
        m_state->showEmpty(u"film"_s, tr("No asset open"),
            tr("Choose one in the library, or paste a MediaId or a URL into the search field."));
        break;
    case AssetSession::State::Loading:
        m_state->showLoading(tr("Asking for the streams…"));
        break;
    case AssetSession::State::Failed:
        m_state->showError(tr("The streams could not be listed"), m_session.error(), reload);
        break;
    case AssetSession::State::Ready: {
        const MediaStateText text = mediaStateText(m_session.mediaState());
        const bool failed = m_session.mediaState() == MediaState::PrepareFailed;
        m_state->showEmpty(failed ? u"error"_s : u"clock"_s, text.title, text.text, tr("Reload"), reload);
        break;
    }
    }
}

void StreamPanel::refreshFilterHint()
{
    if (m_filter.rowCount() == 0 && m_filter.isFiltered())
        m_tableStack->setCurrentWidget(m_noMatch);
    else
        m_tableStack->setCurrentWidget(m_table);
}

void StreamPanel::onAssetChanged()
{
    m_filter.clearFilters();
    m_strip->hide();
    m_stripIsError = false;
    if (m_filter.rowCount() > 0)
        m_table->setCurrentIndex(m_filter.index(0, m_table->columns().shown().constFirst()));
    onSelectionChanged();
}

void StreamPanel::onSelectionChanged()
{
    const StreamKey current = m_session.streams().current();
    m_life->setStream(m_session.streams().rowOf(current) >= 0 ? current : selected());
    Q_EMIT selectionChanged(selected());
}

StreamKey StreamPanel::selected() const
{
    return m_session.streams().key(m_filter.mapToSource(m_table->currentIndex()).row());
}

void StreamPanel::select(const StreamKey& key)
{
    const int row = m_session.streams().rowOf(key);
    const QModelIndex index =
        m_filter.mapFromSource(m_session.streams().index(row, std::max(m_table->currentIndex().column(), 0)));
    if (row >= 0 && index.isValid())
        m_table->setCurrentIndex(index);
}

void StreamPanel::playNth(int n)
{
    if (n < 1 || n > m_filter.rowCount())
        return;
    m_table->setCurrentIndex(m_filter.index(n - 1, m_table->columns().shown().constFirst()));
    play(n - 1);
}

void StreamPanel::play(int row)
{
    const int source = m_filter.mapToSource(m_filter.index(row, 0)).row();
    if (source < 0)
        return;
    const Playability playability = m_session.streams().playability(source);
    if (playability == Playability::Playable) {
        if (!m_stripIsError)
            m_strip->hide();
        Q_EMIT playRequested(m_session.streams().key(source));
        return;
    }
    m_strip->showNote(m_session.streams().whyNotPlayable(source));
    m_stripIsError = false;
}

void StreamPanel::addStreamAction(QAction* action)
{
    m_table->addAction(action);
}

} // namespace proofreel
