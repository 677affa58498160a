// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>

class QAction;
class QSettings;
class QTabWidget;

namespace proofreel {

//! The tabs of a zone: each page one key away, and the one that was shown last is there after a restart.
class ZoneTabs final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZoneTabs)
public:
    //! Of the pages that \a tabs has by now: Alt and \a firstDigit for the first one. They are remembered by their
    //! object names.
    ZoneTabs(QTabWidget& tabs, QSettings& settings, int firstDigit);

    [[nodiscard]] const QList<QAction*>& pageActions() const { return m_actions; }
    void restore();
    void save();

Q_SIGNALS:
    void wanted(); //!< a key asks for one of the pages: the zone is to be shown

private:
    void addKey(QWidget* page, int digit);
    void go(QWidget* page);

    QTabWidget& m_tabs;
    QSettings& m_settings;
    QList<QAction*> m_actions;
};

} // namespace proofreel
