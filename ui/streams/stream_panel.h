// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "streams/asset_session.h"
#include "streams/stream_filter_model.h"

#include <QWidget>

class QActionGroup;
class QSettings;
class QStackedLayout;
class QToolButton;

namespace proofreel {

class ErrorStrip;
class FacetBar;
class StateView;
class StreamTable;
class UrlLifeLabel;

//! The streams of the open asset: facets, the table, the life of the URL; empty, loading and failed states in place.
class StreamPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StreamPanel)
public:
    StreamPanel(AssetSession& session, QSettings& settings, QWidget* parent = nullptr);

    [[nodiscard]] StreamKey selected() const; //!< of the current row; empty if there is none
    void select(const StreamKey& key);
    void playNth(int n); //!< the n-th row on screen, from 1; nothing if there are fewer
    //! "Play rendition 1" to 8 with the keys 1 to 8, for the window's menu. Keys work in the whole window.
    [[nodiscard]] QList<QAction*> renditionActions() const { return m_renditions; }
    [[nodiscard]] const StreamFilterModel& filter() const { return m_filter; }
    void addStreamAction(QAction* action); //!< for what is selected(); into the table's context menu

Q_SIGNALS:
    void playRequested(const proofreel::StreamKey& key); //!< only for streams that can be played here
    void selectionChanged(const proofreel::StreamKey& key);

private:
    void buildContent();
    void buildGroupMenu(QToolButton* button);
    void addRenditionActions();
    void refreshState();
    void showNothing(); //!< the state view, by the session's state
    void refreshFilterHint();
    void onAssetChanged();
    void onSelectionChanged();
    void setGroupBy(std::optional<StreamFilterModel::Facet> facet);
    void play(int row);

    AssetSession& m_session;
    QSettings& m_settings;
    StreamFilterModel m_filter;
    QStackedLayout* m_stack = nullptr;
    StateView* m_state = nullptr;
    QWidget* m_content = nullptr;
    ErrorStrip* m_strip = nullptr;
    bool m_stripIsError = false;
    FacetBar* m_facets = nullptr;
    UrlLifeLabel* m_life = nullptr;
    QStackedLayout* m_tableStack = nullptr;
    StreamTable* m_table = nullptr;
    StateView* m_noMatch = nullptr;
    QList<QAction*> m_renditions;
};

} // namespace proofreel
