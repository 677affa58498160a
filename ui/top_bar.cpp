// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/top_bar.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace proofreel {

using namespace Qt::StringLiterals;

TopBar::TopBar(QWidget* account, QMenu* menu, QWidget* parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
{
    setObjectName(u"topBar"_s);
    m_search->setObjectName(u"searchField"_s);
    m_search->setPlaceholderText(tr("Paste a MediaId, InputURL or play URL and press Enter"));
    m_search->setAccessibleName(tr("Open"));
    m_search->setToolTip(tr("Open a MediaId or URL (/)"));
    m_search->addAction(icon(u"search"_s, Theme::Tone::Secondary), QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(220);
    m_search->setMaximumWidth(std::max(640, fontMetrics().averageCharWidth() * 80));
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (const QString text = m_search->text().trimmed(); !text.isEmpty())
            Q_EMIT openRequested(text);
    });

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

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::kSpace, Theme::kSpace / 2, Theme::kSpace, Theme::kSpace / 2);
    row->setSpacing(Theme::kSpace);
    row->addWidget(account);
    row->addStretch(1);
    row->addWidget(m_search, 6);
    row->addStretch(1);
    row->addWidget(button);
}

void TopBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void TopBar::clearSearch()
{
    m_search->clear();
}

bool TopBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        m_search->clear();
        m_search->clearFocus();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void TopBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(Theme::color(Theme::Tone::Line));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace proofreel
