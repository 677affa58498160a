// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/asset_query.h"
#include "catalog/search_text.h"
#include "ui/search/recent_searches.h"

#include <QObject>

namespace proofreel {

class AssetListModel;
class CategoryModel;
class LibraryPanel;
class SearchField;

//! Between the field at the top and the library: what the text says outweighs the chips; a chip that a person changes
//! takes its field out of the text. What is wrong is said at the field, and the library stays as it was.
class LibrarySearch final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LibrarySearch)
public:
    LibrarySearch(SearchField& field, LibraryPanel& panel, AssetListModel& assets, CategoryModel& categories,
        QSettings& settings, QObject* parent = nullptr);

    //! Another account: no text, its own recent searches; the chips stay. \a transient: see RecentSearches.
    void setAccount(const QString& account, bool transient);
    void keepOnly(const QStringList& accounts) { m_recents.keepOnly(accounts); } //!< recent searches of others go

Q_SIGNALS:
    void openRequested(const QString& text); //!< ids, URLs, links: no search

private:
    void onRested(const QString& text);
    void onSubmitted(const QString& text);
    void onExpert(bool on);
    void onPanel(const AssetQuery& query, const QStringList& fields);
    void onAssets();
    bool search(const QString& text, bool sayProblems);
    void searchExpression(const QString& text);
    void ask(const AssetQuery& query);
    [[nodiscard]] int topRow() const; //!< in view; -1: none
    void goBack(); //!< to where the list without a search was
    [[nodiscard]] CategoryLookup lookup() const;
    [[nodiscard]] SearchCompletion complete(const QString& text, qsizetype cursor);

    SearchField& m_field;
    LibraryPanel& m_panel;
    AssetListModel& m_assets;
    CategoryModel& m_categories;
    RecentSearches m_recents;
    AssetQuery m_asked;
    int m_top = -1; //!< row at the top of the list before the search
    QMetaObject::Connection m_goBack;
    QString m_account;
    QString m_found; //!< the words that were asked last
    QString m_wordsText; //!< of the field, while an expression stands in it
};

} // namespace proofreel
