// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/top_bar.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/search/search_field.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace proofreel {

using namespace Qt::StringLiterals;

TopBar::TopBar(QWidget* account, QMenu* menu, QWidget* parent)
    : QWidget(parent)
    , m_search(new SearchField(this))
{
    setObjectName(u"topBar"_s);
    m_search->setMinimumWidth(220);
    m_search->setMaximumWidth(std::max(640, letterWidth(fontMetrics()) * 80));

    auto* button = new QToolButton(this);
    button->setObjectName(u"menuButton"_s);
    button->setIcon(icon(u"menu"_s));
    const int side = controlHeight(this) - Theme::kSpace;
    button->setIconSize({ side, side });
    button->setToolTip(tr("Menu (F1)"));
    button->setAccessibleName(tr("Menu"));
    button->setShortcut(Qt::Key_F1);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(menu);
    button->setFocusPolicy(Qt::TabFocus);

    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(Theme::kSpace, Theme::kSpace / 2, Theme::kSpace, Theme::kSpace / 2);
    m_row->setSpacing(Theme::kSpace);
    m_row->addWidget(account);
    m_row->addStretch(1);
    m_row->addWidget(m_search, 6);
    m_row->addStretch(1);
    m_row->addWidget(button);
}

void TopBar::addTool(QWidget* tool)
{
    m_row->insertWidget(m_row->count() - 1, tool);
}

void TopBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void TopBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(Theme::color(Theme::Tone::Line));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace proofreel
