// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/search/library_search.h"

#include "catalog/asset_list_model.h"
#include "catalog/category_model.h"
#include "ui/catalog/library_panel.h"
#include "ui/common/theme.h"
#include "ui/search/search_field.h"
#include "ui/search/target_words.h"

#include <QAbstractItemView>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr int kRowsForTags = 2000; // in which tags for the completion are looked for
constexpr qsizetype kMostTags = 500;

QStringList knownTags(const AssetListModel& assets)
{
    QSet<QString> tags;
    const int rows = std::min(assets.loadedCount(), kRowsForTags);
    for (int row = 0; row < rows && tags.size() < kMostTags; ++row) {
        const QStringList some = assets.at(row).tags.split(", "_L1, Qt::SkipEmptyParts);
        tags.unite(QSet<QString>(some.begin(), some.end()));
    }
    QStringList sorted = tags.values();
    sorted.sort(Qt::CaseInsensitive);
    return sorted;
}

} // namespace

LibrarySearch::LibrarySearch(SearchField& field, LibraryPanel& panel, AssetListModel& assets, CategoryModel& categories,
    QSettings& settings, QObject* parent)
    : QObject(parent)
    , m_field(field)
    , m_panel(panel)
    , m_assets(assets)
    , m_categories(categories)
    , m_recents(settings)
    , m_asked(panel.query())
{
    field.setCompleter([this](const QString& text, qsizetype cursor) { return complete(text, cursor); });
    field.setRecents([this] { return m_recents.texts(); });
    connect(&field, &SearchField::rested, this, &LibrarySearch::onRested);
    connect(&field, &SearchField::submitted, this, &LibrarySearch::onSubmitted);
    connect(&field, &SearchField::left, this, [this](const QString& text) {
        if (!text.isEmpty() && text == m_found)
            m_recents.add(text);
    });
    connect(&field, &SearchField::cancelled, this, [this] { onSubmitted({}); });
    connect(&field, &SearchField::expertToggled, this, &LibrarySearch::onExpert);
    connect(&field, &SearchField::listPasted, this, &LibrarySearch::openRequested);
    connect(&panel, &LibraryPanel::queryChanged, this, &LibrarySearch::onPanel);
    connect(&assets, &AssetListModel::stateChanged, this, &LibrarySearch::onAssets);
}

void LibrarySearch::setAccount(const QString& account, bool transient)
{
    m_recents.setAccount(account, transient);
    if (account == m_account)
        return;
    const bool first = m_account.isEmpty();
    m_account = account;
    if (first && m_field.text().isEmpty())
        return;
    m_wordsText.clear();
    m_field.replaceText({});
    ask(m_panel.filters());
}

SearchCompletion LibrarySearch::complete(const QString& text, qsizetype cursor)
{
    if (text.contains("cat:"_L1, Qt::CaseInsensitive) && !m_categories.isAsked() && m_assets.isAsked())
        m_categories.reload(); // for the next letter
    return completeSearch(text, cursor, knownTags(m_assets), m_categories.names());
}

CategoryLookup LibrarySearch::lookup() const
{
    return [this](const QString& name) { return m_categories.idOf(name); };
}

void LibrarySearch::onRested(const QString& text)
{
    if (isOnlyTargets(text))
        m_field.showHint(tr("Press Enter to open this."));
    else
        search(text, false);
}

void LibrarySearch::onSubmitted(const QString& text)
{
    if (isOnlyTargets(text)) {
        m_field.hideProblem();
        Q_EMIT openRequested(text);
    } else if (m_field.isExpert() && !text.trimmed().isEmpty()) {
        searchExpression(text.trimmed());
    } else if (search(text, true)) {
        m_recents.add(text);
    }
}

bool LibrarySearch::search(const QString& text, bool sayProblems)
{
    Result<AssetQuery> query = parseSearchText(text, m_panel.filters(), lookup());
    if (query) {
        AssetQuery asked = *query;
        if (asked.needsSearch() && asked.source == m_panel.filters().source)
            asked.source.clear(); // the panel leaves out what was chosen there and cannot be searched for
        if (const auto questions = asked.questions(); !questions)
            query = fail(questions.error());
    }
    if (query) {
        m_field.hideProblem();
        m_found = text;
        ask(*query);
    } else if (sayProblems || !m_field.isChoosing()) { // else it is still being typed
        m_field.showProblem(query.error());
    }
    return query.has_value();
}

void LibrarySearch::searchExpression(const QString& text)
{
    AssetQuery query;
    query.match = text;
    query.oldestFirst = m_panel.filters().oldestFirst;
    m_field.hideProblem();
    m_found.clear();
    ask(query);
}

void LibrarySearch::ask(const AssetQuery& query)
{
    if (query == m_asked && m_assets.state() != AssetListModel::State::Failed)
        return;
    if (m_asked == m_panel.filters())
        m_top = topRow();
    m_asked = query;
    m_panel.ask(query);
    disconnect(m_goBack);
    if (query == m_panel.filters() && m_top > 0)
        m_goBack = connect(&m_assets, &AssetListModel::stateChanged, this, &LibrarySearch::goBack);
}

int LibrarySearch::topRow() const
{
    const auto* view = qobject_cast<const QAbstractItemView*>(m_panel.focusProxy());
    return view ? view->indexAt({ Theme::kSpace, Theme::kSpace }).row() : -1;
}

// As far as the rows are there: further down the way is longer than the wish to be there again.
void LibrarySearch::goBack()
{
    if (m_assets.state() == AssetListModel::State::Loading && m_top >= m_assets.loadedCount())
        return; // there may be pages of several kinds before it
    disconnect(m_goBack);
    auto* view = qobject_cast<QAbstractItemView*>(m_panel.focusProxy());
    if (view && m_top < m_assets.rowCount())
        view->scrollTo(m_assets.index(m_top, 0), QAbstractItemView::PositionAtTop);
}

// There and back without a change leaves the text as it was.
void LibrarySearch::onExpert(bool on)
{
    if (on) {
        m_wordsText = m_field.text();
        m_field.replaceText(m_asked.matchText());
        m_field.setFocus(Qt::ShortcutFocusReason);
    } else {
        m_field.replaceText(m_wordsText);
        search(m_wordsText, true);
    }
}

void LibrarySearch::onPanel(const AssetQuery& query, const QStringList& fields)
{
    const bool expert = m_field.isExpert();
    m_asked = query;
    if (fields.isEmpty()) // the order alone
        return;
    QString text = expert ? m_wordsText : m_field.text();
    for (const QString& field : fields)
        text = withoutField(text, field);
    m_wordsText = text;
    if (expert) { // an expression leaves no room for chips
        m_field.expertAction()->setChecked(false);
        return;
    }
    m_field.replaceText(text);
    search(text, true);
}

void LibrarySearch::onAssets()
{
    const bool failed = m_assets.state() == AssetListModel::State::Failed;
    if (failed && m_assets.query().needsSearch() && m_assets.error().kind == ErrorKind::InvalidRequest)
        m_field.showProblem(m_assets.error());
}

} // namespace proofreel
