// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/catalog/row_delegate.h"

#include <QWidget>

#include <functional>

class QAction;
class QLabel;
class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStackedWidget;

namespace proofreel {

class CheckSelected;
class FavouritesModel;
class HistoryModel;
class StateView;

//! A list of assets that this PC remembers: searched by typing, opened, removed, cleared. What it lists is told by a
//! Kind: see makeHistoryPanel() and makeFavouritesPanel().
class RememberedPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RememberedPanel)
public:
    struct Kind {
        QString name; //!< for object names
        QString title, icon;
        QString emptyText; //!< what to do to fill it
        QString clearText, clearQuestion;
        int idRole = 0, titleRole = 0;
        RowDelegate::Look look;
        std::function<void(const QString& mediaId)> remove;
        std::function<void()> clear;
    };
    RememberedPanel(QAbstractItemModel& model, Kind kind, QWidget* parent = nullptr);

Q_SIGNALS:
    void openRequested(const QString& mediaId);
    void queueRequested(const QStringList& mediaIds);
    void checkRequested(const QStringList& mediaIds, bool deep); //!< the selected ones, if there are several

private:
    void build();
    void addActions();
    void onRows();
    void openCurrent();
    void askToClear();
    void popUpMenu(const QPoint& at);
    [[nodiscard]] QStringList selectedIds() const;

    Kind m_kind;
    QSortFilterProxyModel* m_shown = nullptr;
    QLabel* m_count = nullptr;
    QLineEdit* m_filter = nullptr;
    QListView* m_list = nullptr;
    QStackedWidget* m_stack = nullptr;
    StateView* m_state = nullptr;
    CheckSelected* m_checkSelected = nullptr;
    QAction* m_open = nullptr;
    QAction* m_copy = nullptr;
    QAction* m_queue = nullptr;
    QAction* m_remove = nullptr;
    QAction* m_clear = nullptr;
};

[[nodiscard]] RememberedPanel* makeHistoryPanel(HistoryModel& history, QWidget* parent);
[[nodiscard]] RememberedPanel* makeFavouritesPanel(FavouritesModel& favourites, QWidget* parent);

} // namespace proofreel
