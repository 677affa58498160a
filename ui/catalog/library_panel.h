// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/asset_query.h"
#include "catalog/asset_row.h"
#include "catalog/cover_loader.h"
#include "core/error.h"
#include "ui/catalog/asset_text.h"

#include <QWidget>

#include <functional>

class QAbstractItemView;
class QActionGroup;
class QLabel;
class QSettings;
class QStackedWidget;

namespace proofreel {

class AssetListModel;
class AssetActions;
class AssetTable;
class AssetView;
class CategoryModel;
class CategorySection;
class CategoryTrail;
class ErrorStrip;
class Http;
class LibraryFilters;
class StateView;

//! The left zone of the window: the account's assets, filtered by the server, as a grid of covers or as a table.
class LibraryPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LibraryPanel)
public:
    //! Nothing is owned; all outlive this.
    LibraryPanel(
        AssetListModel& assets, CategoryModel& categories, Http& http, QSettings& settings, QWidget* parent = nullptr);

    //! Asks the service for that and shows it in the chips, without a change of what was chosen there: a search.
    void ask(const AssetQuery& query);
    //! What the chips say by themselves: what a search text goes on from.
    [[nodiscard]] const AssetQuery& filters() const;
    [[nodiscard]] const AssetQuery& query() const; //!< what is in force

    //! Where covers are kept on disk (CoverCache); empty: nowhere.
    void setCoverFolder(const QString& folder) { m_covers.setFolder(folder); }

    //! Forgets all covers, on disk in that folder, too; those in view are fetched anew.
    void clearCovers(const QString& folder);
    //! A picture for an asset without a cover; kept as one.
    void setCover(const QString& mediaId, const QImage& image);
    //! A frame is being taken of that asset: it says so, and cannot be asked for once more.
    void setTakingFrame(const QString& mediaId);
    //! \a note stands at the asset from then on: why there is no frame. Empty: nothing does.
    void endTakingFrame(const QString& mediaId, const AssetFacts& note = {});

    void forgetFrames(); //!< another account: nothing is taken any more, and no note stands anywhere

    //! Marks that asset as the open one (it may have been opened elsewhere); empty: none.
    void setOpenAsset(const QString& mediaId);
    //! While there is nothing to ask yet: what stands in the place of the assets until the model is asked.
    void showConnecting();
    void showConnectError(const Error& error, std::function<void()> retry);
    [[nodiscard]] QAction* refreshAction() const { return m_refresh; } //!< F5
    [[nodiscard]] QAction* checkAllAction() const { return m_checkAll; } //!< only triggers

Q_SIGNALS:
    void assetActivated(const QString& mediaId);
    void queueRequested(const QList<proofreel::AssetRow>& assets); //!< the selected ones
    void favouriteRequested(const QList<proofreel::AssetRow>& assets);
    void checkRequested(const QStringList& mediaIds, bool deep); //!< the selected ones, if there are several
    //! A person chose another filter, and it is being asked for. \a fields: see LibraryFilters::changed().
    void queryChanged(const proofreel::AssetQuery& query, const QStringList& fields);
    void frameRequested(const QString& mediaId); //!< as its cover
    void addAccountRequested();

private:
    QWidget* makeHeader();
    enum class Shape { Covers, List };
    void setShape(Shape shape);
    [[nodiscard]] QAbstractItemView* currentView() const;
    void wantWhatIsInView();
    void refresh();
    void showState();
    void showNothing();
    void showStrip();
    void forgetCategory();
    void setNote(const QString& mediaId, const AssetFacts& note);

    AssetListModel& m_assets;
    CategoryModel& m_categories;
    QSettings& m_settings;
    CoverLoader m_covers;
    AssetNotes m_notes;
    QAction* m_refresh = nullptr;
    QAction* m_checkAll = nullptr;
    QActionGroup* m_shapes = nullptr;
    QLabel* m_count = nullptr;
    LibraryFilters* m_filters = nullptr;
    CategorySection* m_tree = nullptr;
    CategoryTrail* m_trail = nullptr;
    ErrorStrip* m_strip = nullptr;
    QStackedWidget* m_stack = nullptr;
    AssetActions* m_hands = nullptr;
    AssetView* m_grid = nullptr;
    AssetTable* m_table = nullptr;
    Shape m_shape = Shape::Covers;
    StateView* m_state = nullptr;
    bool m_connectShown = false;
};

} // namespace proofreel
