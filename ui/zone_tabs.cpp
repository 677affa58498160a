// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/zone_tabs.h"

#include <QAction>
#include <QApplication>
#include <QSettings>
#include <QTabBar>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

QString settingsKey(const QTabWidget& tabs)
{
    return u"window/"_s + tabs.objectName() + u"Page"_s;
}

} // namespace

ZoneTabs::ZoneTabs(QTabWidget& tabs, QSettings& settings, int firstDigit)
    : QObject(&tabs)
    , m_tabs(tabs)
    , m_settings(settings)
{
    // Tabs that have no room give up letters rather than hide behind arrows: their tips have the words.
    tabs.setElideMode(Qt::ElideRight);
    tabs.setUsesScrollButtons(false);
    for (int tab = 0; tab < tabs.count(); ++tab)
        addKey(tabs.widget(tab), firstDigit + tab);
}

void ZoneTabs::addKey(QWidget* page, int digit)
{
    const int tab = m_tabs.indexOf(page);
    const QString title = m_tabs.tabText(tab);
    auto* action = new QAction(title, this);
    action->setObjectName(u"page_"_s + page->objectName());
    action->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + digit)));
    connect(action, &QAction::triggered, this, [this, page] { go(page); });
    m_actions.append(action);
    m_tabs.setTabToolTip(tab, u"%1 (%2)"_s.arg(title, action->shortcut().toString(QKeySequence::NativeText)));
}

void ZoneTabs::go(QWidget* page)
{
    Q_EMIT wanted();
    m_tabs.setCurrentWidget(page);
    page->setFocus(Qt::ShortcutFocusReason);
    const QWidget* focus = QApplication::focusWidget();
    if (focus != page && !page->isAncestorOf(focus)) // what it would give the focus to is not there yet
        m_tabs.tabBar()->setFocus(Qt::ShortcutFocusReason);
}

void ZoneTabs::restore()
{
    const QString name = m_settings.value(settingsKey(m_tabs)).toString();
    for (int tab = 0; tab < m_tabs.count(); ++tab) {
        if (m_tabs.widget(tab)->objectName() == name)
            m_tabs.setCurrentIndex(tab);
    }
}

void ZoneTabs::save()
{
    if (const QWidget* page = m_tabs.currentWidget())
        m_settings.setValue(settingsKey(m_tabs), page->objectName());
}

} // namespace proofreel
