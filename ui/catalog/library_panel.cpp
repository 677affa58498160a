// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/catalog/library_panel.h"

#include "catalog/asset_list_model.h"
#include "catalog/category_model.h"
#include "core/one_line.h"
#include "ui/catalog/asset_actions.h"
#include "ui/catalog/asset_table.h"
#include "ui/catalog/asset_text.h"
#include "ui/catalog/asset_view.h"
#include "ui/catalog/category_section.h"
#include "ui/catalog/category_trail.h"
#include "ui/catalog/library_filters.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/state_view.h"
#include "ui/common/widgets.h"

#include <QAbstractItemView>
#include <QActionGroup>
#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr auto kShapeKey = "library/shape"_L1;
constexpr auto kFiltersKey = "library/filters"_L1;

} // namespace

LibraryPanel::LibraryPanel(
    AssetListModel& assets, CategoryModel& categories, Http& http, QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_assets(assets)
    , m_categories(categories)
    , m_settings(settings)
    , m_covers(http)
    , m_filters(new LibraryFilters(this))
    , m_tree(new CategorySection(categories, settings, this))
    , m_trail(new CategoryTrail(categories, this))
    , m_strip(new ErrorStrip(this))
    , m_stack(new QStackedWidget(this))
    , m_hands(new AssetActions(assets, this))
    , m_grid(new AssetView(assets, m_covers, m_notes, this))
    , m_table(new AssetTable(assets, m_notes, settings, this))
    , m_state(new StateView(this))
{
    setObjectName(u"libraryPanel"_s);
    m_refresh = new QAction(icon(u"refresh"_s), tr("Reload the library"), this);
    m_refresh->setShortcut(Qt::Key_F5);
    addAction(m_refresh);
    connect(m_refresh, &QAction::triggered, this, &LibraryPanel::refresh);

    m_checkAll = new QAction(icon(u"check"_s), tr("Check all that is listed here…"), this);
    m_checkAll->setObjectName(u"checkAll"_s);
    m_stack->addWidget(m_grid);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_state);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(Theme::kSpace, Theme::kSpace, Theme::kSpace, 0);
    top->setSpacing(Theme::kSpace);
    top->addWidget(makeHeader());
    top->addWidget(m_filters);
    top->addWidget(m_tree);
    top->addWidget(m_trail);
    top->addWidget(m_strip);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(Theme::kSpace / 2);
    all->addLayout(top);
    all->addWidget(m_stack, 1);

    m_hands->attach(*m_grid);
    m_hands->attach(*m_table);
    connect(m_hands, &AssetActions::activated, this, &LibraryPanel::assetActivated);
    connect(m_hands, &AssetActions::queueRequested, this, &LibraryPanel::queueRequested);
    connect(m_hands, &AssetActions::checkRequested, this, &LibraryPanel::checkRequested);
    connect(m_hands, &AssetActions::menuAboutToShow, this, [this](QMenu* menu) { menu->addAction(m_checkAll); });
    connect(m_hands, &AssetActions::frameRequested, this, &LibraryPanel::frameRequested);
    connect(m_hands, &AssetActions::favouriteRequested, this, &LibraryPanel::favouriteRequested);
    connect(m_grid, &GridView::visibleRowsChanged, this, &LibraryPanel::wantWhatIsInView);
    connect(m_table, &AssetTable::visibleRowsChanged, this, &LibraryPanel::wantWhatIsInView);
    connect(m_table, &AssetTable::orderAsked, m_filters, &LibraryFilters::setOldestFirst);
    connect(m_tree, &CategorySection::chosen, m_filters, &LibraryFilters::setCategory);
    connect(m_trail, &CategoryTrail::chosen, m_filters, &LibraryFilters::setCategory);
    connect(m_filters, &LibraryFilters::changed, this, [this](const QStringList& fields) {
        m_assets.setQuery(m_filters->shown());
        Q_EMIT queryChanged(m_filters->shown(), fields);
    });
    connect(&assets, &AssetListModel::stateChanged, this, &LibraryPanel::showState);
    showState();
}

QWidget* LibraryPanel::makeHeader()
{
    auto* header = new QWidget(this);
    m_count = new QLabel(header);
    m_count->setObjectName(u"libraryCount"_s);
    m_count->setForegroundRole(QPalette::PlaceholderText);

    m_shapes = new QActionGroup(this);
    const auto addShape = [&](const QString& name, const QString& text, Shape shape) {
        auto* action = new QAction(icon(name), text, m_shapes);
        action->setCheckable(true);
        action->setData(static_cast<int>(shape));
        auto* button = new IconButton(action, header);
        button->setObjectName(u"libraryShape_"_s + name);
        connect(action, &QAction::toggled, this, [this, shape](bool on) {
            if (on)
                setShape(shape);
        });
        return button;
    };
    auto* filters = new QAction(icon(u"filter"_s), tr("All filters"), this);
    filters->setCheckable(true);
    auto* filtersButton = new IconButton(filters, header);
    filtersButton->setObjectName(u"libraryFilters"_s);
    connect(filters, &QAction::triggered, this, [this](bool on) {
        m_filters->setExpanded(on);
        m_settings.setValue(kFiltersKey, on);
    });
    const bool expanded = m_settings.value(kFiltersKey, true).toBool();
    m_filters->setExpanded(expanded);
    filters->setChecked(expanded);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::kSpace / 2);
    row->addWidget(m_count);
    row->addStretch();
    row->addWidget(filtersButton);
    auto* checkButton = new IconButton(m_checkAll, header);
    checkButton->setObjectName(u"libraryCheckAll"_s);
    row->addWidget(checkButton);
    auto* refreshButton = new IconButton(m_refresh, header);
    refreshButton->setObjectName(u"libraryRefresh"_s);
    row->addWidget(refreshButton);
    row->addWidget(addShape(u"grid"_s, tr("Show covers"), Shape::Covers));
    row->addWidget(addShape(u"list"_s, tr("Show a list"), Shape::List));
    m_shape = m_settings.value(kShapeKey).toString() == "list"_L1 ? Shape::List : Shape::Covers;
    m_shapes->actions().at(m_shape == Shape::List ? 1 : 0)->setChecked(true);
    return header;
}

void LibraryPanel::setShape(Shape shape)
{
    const int top = m_shape == Shape::List ? m_table->visibleRows().first : m_grid->visibleRows().first;
    const bool isOther = std::exchange(m_shape, shape) != shape;
    setFocusProxy(currentView());
    m_settings.setValue(kShapeKey, shape == Shape::List ? u"list"_s : u"grid"_s);
    if (!isOther || m_assets.rowCount() == 0)
        return;
    const bool hadFocus = m_stack->isAncestorOf(QApplication::focusWidget());
    QAbstractItemView* view = currentView();
    m_stack->setCurrentWidget(view);
    view->scrollTo(m_assets.index(top, 0), QAbstractItemView::PositionAtTop);
    if (hadFocus)
        view->setFocus();
}

QAbstractItemView* LibraryPanel::currentView() const
{
    return m_shape == Shape::List ? static_cast<QAbstractItemView*>(m_table) : m_grid;
}

void LibraryPanel::wantWhatIsInView()
{
    if (m_grid->isVisible())
        m_assets.wantRows(m_grid->visibleRows().second);
    else if (m_table->isVisible())
        m_assets.wantRows(m_table->visibleRows().second);
}

void LibraryPanel::clearCovers(const QString& folder)
{
    m_covers.clear(folder);
    m_grid->lookAgain();
}

void LibraryPanel::setCover(const QString& mediaId, const QImage& image)
{
    const int row = m_assets.rowOf(mediaId);
    m_covers.setImage({ mediaId, row < 0 ? QString() : m_assets.at(row).coverUrl }, image);
}

void LibraryPanel::setNote(const QString& mediaId, const AssetFacts& note)
{
    if (note.text.isEmpty())
        m_notes.remove(mediaId);
    else
        m_notes.insert(mediaId, { oneLine(note.text), note.iconName, note.tone });
    if (const int row = m_assets.rowOf(mediaId); row >= 0) {
        m_grid->update(m_assets.index(row, 0));
        m_table->update(m_assets.index(row, AssetListModel::TitleColumn));
    }
}

void LibraryPanel::setTakingFrame(const QString& mediaId)
{
    setNote(mediaId, { tr("Taking a frame…"), u"clock"_s, Theme::Tone::Secondary });
    m_hands->setTakingFrame(mediaId, true);
}

void LibraryPanel::endTakingFrame(const QString& mediaId, const AssetFacts& note)
{
    setNote(mediaId, note);
    m_hands->setTakingFrame(mediaId, false);
}

void LibraryPanel::forgetFrames()
{
    m_notes.clear();
    m_hands->forgetTakingFrames();
    currentView()->viewport()->update();
}

void LibraryPanel::setOpenAsset(const QString& mediaId)
{
    m_hands->setOpenAsset(mediaId);
}

void LibraryPanel::ask(const AssetQuery& query)
{
    m_filters->show(query);
    m_assets.setQuery(m_filters->shown());
}

const AssetQuery& LibraryPanel::filters() const
{
    return m_filters->filters();
}

const AssetQuery& LibraryPanel::query() const
{
    return m_filters->shown();
}

void LibraryPanel::refresh()
{
    if (!m_assets.isAsked())
        return;
    m_covers.forgetFailures();
    m_categories.retry();
    m_assets.refresh();
}

// Another account has other categories.
void LibraryPanel::forgetCategory()
{
    if (!m_filters->shown().cateId)
        return;
    m_filters->forgetCategory();
    m_assets.setQuery(m_filters->shown());
    m_assets.clear(); // not asked before there is an account
}

} // namespace proofreel
