// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/search/choice_popup.h"

#include "ui/common/fonts.h"
#include "ui/common/theme.h"

#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr int kMostRows = 10; // in view; the rest is scrolled to

} // namespace

ChoicePopup::ChoicePopup(QWidget* anchor)
    : FieldPopup(anchor)
    , m_title(new QLabel(this))
    , m_list(new QListWidget(this))
{
    setObjectName(u"searchChoices"_s);
    m_title->setForegroundRole(QPalette::PlaceholderText);
    m_title->setIndent(Theme::kSpace / 2);
    m_list->setObjectName(u"searchChoiceList"_s);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setStyleSheet(u"QListWidget { background: transparent; } QListWidget::item { padding: 0.25em 0.4em; }"_s);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::kSpace / 2, Theme::kSpace / 2, Theme::kSpace / 2, Theme::kSpace / 2);
    column->setSpacing(Theme::kSpace / 2);
    column->addWidget(m_title);
    column->addWidget(m_list);
    connect(
        m_list, &QListWidget::itemClicked, this, [this](const QListWidgetItem* item) { Q_EMIT picked(item->text()); });
}

void ChoicePopup::offer(const QStringList& choices, const QString& title)
{
    if (choices.isEmpty()) {
        hide();
        return;
    }
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_list->clear();
    m_list->addItems(choices);
    m_list->setCurrentRow(-1);
    const int rows = std::min<int>(kMostRows, static_cast<int>(choices.size()));
    m_list->setFixedHeight(rows * std::max(m_list->sizeHintForRow(0), rowHeight(this)) + 2);
    popUp();
}

void ChoicePopup::move(int by)
{
    const int rows = m_list->count() + 1; // and none of them
    const int now = m_list->currentRow() + 1;
    m_list->setCurrentRow((now + by + rows) % rows - 1);
}

QString ChoicePopup::chosen() const
{
    const QListWidgetItem* item = m_list->currentItem();
    return item ? item->text() : QString();
}

QString ChoicePopup::first() const
{
    return m_list->count() > 0 ? m_list->item(0)->text() : QString();
}

} // namespace proofreel
