// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

class QAction;
class QStackedWidget;
class QTabBar;

namespace proofreel {

//! The left zone of the window: what there is to look at, as pages behind a slim row of tabs, each one key away.
class LeftZone final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LeftZone)
public:
    enum Page { Library, Queue, History, Favourites };

    explicit LeftZone(QWidget* parent = nullptr);

    //! In the order of Page. The page's focus proxy gets the focus with it.
    void addPage(QWidget* page, const QString& name, const QString& title);
    void showPage(Page page); //!< without taking the focus
    [[nodiscard]] Page page() const;
    void setCount(Page page, int count); //!< behind its title; 0: none
    [[nodiscard]] const QList<QAction*>& pageActions() const { return m_actions; } //!< Ctrl+1 and so on

Q_SIGNALS:
    void wanted(); //!< a key asks for one of the pages: the zone is to be shown

private:
    void go(int page);

    QTabBar* m_bar = nullptr;
    QStackedWidget* m_stack = nullptr;
    QStringList m_titles;
    QList<QAction*> m_actions;
    int m_before = Library; //!< where the same key goes back to
};

} // namespace proofreel
