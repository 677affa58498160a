// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/left_zone.h"

#include "ui/common/theme.h"

#include <QAction>
#include <QLocale>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace proofreel {

LeftZone::LeftZone(QWidget* parent)
    : QWidget(parent)
    , m_bar(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(u"leftZone"_s);
    m_bar->setObjectName(u"leftTabs"_s);
    m_bar->setExpanding(false);
    m_bar->setUsesScrollButtons(true);
    m_bar->setElideMode(Qt::ElideNone);
    m_bar->setFocusPolicy(Qt::TabFocus);
    m_bar->setStyleSheet(u"QTabBar::tab { padding: 0.4em 0.42em; }"_s); // four of them and a count fit side by side
    connect(m_bar, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_stack, 1);
}

void LeftZone::addPage(QWidget* page, const QString& name, const QString& title)
{
    const int number = m_stack->addWidget(page);
    m_titles.append(title);
    auto* action = new QAction(title, this);
    action->setObjectName(u"leftPage_"_s + name);
    action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + number)));
    connect(action, &QAction::triggered, this, [this, number] { go(number); });
    m_actions.append(action);
    m_bar->addTab(title);
    m_bar->setTabToolTip(number, u"%1 (%2)"_s.arg(title, action->shortcut().toString(QKeySequence::NativeText)));
}

void LeftZone::showPage(Page page)
{
    if (page >= 0 && page < m_bar->count())
        m_bar->setCurrentIndex(page);
}

LeftZone::Page LeftZone::page() const
{
    return static_cast<Page>(m_bar->currentIndex());
}

// The key of the page that is there already, while one is in it, goes back to the one before.
void LeftZone::go(int page)
{
    const bool isThere = isVisible() && m_bar->currentIndex() == page;
    const QWidget* list = m_stack->widget(page)->focusProxy();
    const int wanted =
        isThere && (!list || list->hasFocus() || !list->isVisible()) ? std::exchange(m_before, page) : page;
    if (!isThere)
        m_before = m_bar->currentIndex();
    m_bar->setCurrentIndex(wanted);
    Q_EMIT this->wanted();
    m_stack->widget(wanted)->setFocus(Qt::ShortcutFocusReason);
}

void LeftZone::setCount(Page page, int count)
{
    const QString& title = m_titles.at(page);
    m_bar->setTabText(page, count > 0 ? title + QChar(0x2009) + QLocale().toString(count) : title);
}

} // namespace proofreel
