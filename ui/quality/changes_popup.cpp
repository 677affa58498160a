// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/changes_popup.h"

#include "quality/history.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/widgets.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QScreen>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr int kMostLines = 14; // seen at once

} // namespace

ChangesPopup::ChangesPopup(const QString& title, const CheckChanges& changes, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_title(title)
    , m_list(new QListWidget(this))
    , m_anchor(parent)
{
    setObjectName(u"changesPopup"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    auto* heading = new QLabel(title, this);
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);
    heading->setFont(scaled(font(), 1.0, QFont::DemiBold));
    m_list->setObjectName(u"changesList"_s);
    m_list->setAccessibleName(title);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setWordWrap(true);
    m_list->setTextElideMode(Qt::ElideNone);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    add({}, changes.facts);
    add(tr("New findings"), changes.found);
    add(tr("No longer"), changes.fixed);
    if (changes.isEmpty())
        add({}, { tr("Nothing that was compared has changed.") });
    if (changes.otherPolicy)
        add({}, { tr("Findings are not compared: that check was judged by another policy.") });

    auto* copyAction = new QAction(icon(u"copy"_s), tr("Copy the changes"), this);
    copyAction->setShortcut(QKeySequence::Copy);
    connect(copyAction, &QAction::triggered, this, &ChangesPopup::copy);
    addAction(copyAction);
    auto* closeAction = new QAction(icon(u"close"_s), tr("Close"), this);
    connect(closeAction, &QAction::triggered, this, &QWidget::close);
    auto* copyButton = new IconButton(copyAction, this);
    copyButton->setObjectName(u"copyChanges"_s);

    auto* top = new QHBoxLayout;
    top->addWidget(heading, 1);
    top->addWidget(copyButton);
    top->addWidget(new IconButton(closeAction, this));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::kSpace, Theme::kSpace / 2, Theme::kSpace / 2, Theme::kSpace / 2);
    column->setSpacing(Theme::kSpace / 2);
    column->addLayout(top);
    column->addWidget(m_list);
    setFocusProxy(m_list);
}

void ChangesPopup::add(const QString& heading, const QStringList& lines)
{
    if (lines.isEmpty())
        return;
    if (!heading.isEmpty()) {
        auto* item = new QListWidgetItem(heading, m_list);
        item->setFont(scaled(font(), kSecondarySize, QFont::DemiBold));
        item->setForeground(Theme::color(Theme::Tone::Secondary));
        item->setFlags(Qt::ItemIsEnabled);
    }
    m_list->addItems(lines);
}

void ChangesPopup::popUp(const QWidget& below)
{
    m_list->ensurePolished();
    const QRect screen = below.screen()->availableGeometry();
    const QFontMetrics metrics = fontMetrics();
    const int width = std::min(std::max(below.width(), metrics.averageCharWidth() * 60), screen.width() - 16);
    const int line = std::max(metrics.height(), m_list->sizeHintForRow(0));
    m_list->setFixedHeight(std::min(m_list->count(), kMostLines) * line + 2 * m_list->frameWidth() + 4);
    setFixedWidth(width);
    adjustSize();
    const QPoint under = below.mapToGlobal(below.rect().bottomLeft());
    const QPoint over = below.mapToGlobal(QPoint(0, -height()));
    QPoint at = under.y() + height() <= screen.bottom() ? under : over;
    at.setX(std::clamp(at.x(), screen.left(), std::max(screen.left(), screen.right() - width)));
    at.setY(std::max(at.y(), screen.top()));
    move(at);
    show();
    m_list->setFocus();
}

void ChangesPopup::copy()
{
    QStringList lines;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem* item = m_list->item(row);
        if (item->isSelected())
            lines.append(item->text());
    }
    if (lines.isEmpty()) {
        lines.append(m_title);
        for (int row = 0; row < m_list->count(); ++row)
            lines.append(m_list->item(row)->text());
    }
    copyToClipboard(lines.join(u'\n'), m_anchor);
}

void ChangesPopup::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace proofreel
