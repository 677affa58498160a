// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/catalog/category_section.h"

#include "catalog/category_model.h"
#include "core/one_line.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/plain_tip.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QLabel>
#include <QPainter>
#include <QScopedValueRollback>
#include <QSettings>
#include <QToolButton>
#include <QToolTip>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr auto kOpenKey = "library/categories"_L1;
constexpr int kFewestLines = 3, kMostLines = 9; // of the tree, before it scrolls
constexpr qsizetype kMostLetters = 200;

} // namespace

CategorySection::CategorySection(CategoryModel& categories, QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_categories(categories)
    , m_settings(settings)
    , m_head(new QToolButton(this))
    , m_tree(new QTreeView(this))
    , m_note(new QLabel(this))
    , m_retry(new QToolButton(this))
{
    setObjectName(u"categorySection"_s);
    m_head->setObjectName(u"categoryHead"_s);
    m_head->setText(tr("Categories"));
    m_head->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_head->setAutoRaise(true);
    m_tree->setObjectName(u"categoryTree"_s);
    m_tree->setAccessibleName(tr("Categories"));
    m_tree->setModel(&categories);
    m_tree->setItemDelegate(new CategoryDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_note->setObjectName(u"categoryNote"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_retry->setObjectName(u"categoryRetry"_s);
    m_retry->setText(tr("Try again"));
    m_retry->setIcon(icon(u"refresh"_s, Theme::Tone::Secondary));
    m_retry->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);

    auto* row = new QHBoxLayout;
    row->addWidget(m_note, 1);
    row->addWidget(m_retry);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head, 0, Qt::AlignLeft);
    column->addLayout(row);
    column->addWidget(m_tree);

    connect(m_head, &QToolButton::clicked, this, [this] { setOpen(!isOpen()); });
    connect(m_retry, &QToolButton::clicked, this, [this] { m_categories.retry(); });
    connect(m_tree, &QTreeView::clicked, this, &CategorySection::use);
    connect(m_tree, &QTreeView::activated, this, &CategorySection::use);
    connect(m_tree, &QTreeView::expanded, this, &CategorySection::fit);
    connect(m_tree, &QTreeView::collapsed, this, &CategorySection::fit);
    connect(&categories, &CategoryModel::stateChanged, this, &CategorySection::showState);
    connect(&categories, &QAbstractItemModel::rowsInserted, this, &CategorySection::showState);
    connect(&categories, &QAbstractItemModel::modelReset, this, &CategorySection::showState);
    setOpen(m_settings.value(kOpenKey).toBool());
}

bool CategorySection::isOpen() const
{
    return m_head->property("open").toBool();
}

void CategorySection::setOpen(bool on)
{
    m_head->setProperty("open", on);
    m_head->setIcon(icon(on ? u"chevron-down"_s : u"chevron-right"_s, Theme::Tone::Secondary));
    m_head->setToolTip(on ? tr("Hide the categories") : tr("Show the categories"));
    m_settings.setValue(kOpenKey, on);
    load();
    showState();
}

void CategorySection::setUsable(bool on)
{
    m_usable = on;
    m_head->setEnabled(on);
    load();
    showState();
}

void CategorySection::load()
{
    if (isOpen() && m_usable && !m_categories.isAsked())
        m_categories.reload();
}

void CategorySection::showState()
{
    const CategoryModel::State state = m_categories.state();
    const bool failed = state == CategoryModel::State::Failed;
    const bool empty = m_categories.rowCount() == 0;
    const bool open = isOpen() && m_usable;
    QString note;
    if (failed)
        note = u"⚠ "_s + oneLine(m_categories.error().message);
    else if (empty && state == CategoryModel::State::Loading)
        note = tr("Loading…");
    else if (empty && m_categories.isAsked())
        note = tr("This account has no categories.");
    m_note->setText(note);
    m_note->setVisible(open && !note.isEmpty());
    m_retry->setVisible(open && failed);
    m_tree->setVisible(open && !empty);
    setCurrent(m_current);
    fit();
}

// As high as what is in it, within bounds: the assets below matter more.
void CategorySection::fit()
{
    const int most = std::clamp(parentWidget()->height() / 4 / rowHeight(m_tree), kFewestLines, kMostLines);
    int lines = 0;
    for (QModelIndex at = m_categories.index(0, 0); at.isValid() && lines < most; at = m_tree->indexBelow(at))
        ++lines;
    m_tree->setFixedHeight(std::max(1, lines) * rowHeight(m_tree) + 2);
}

void CategorySection::setCurrent(std::optional<qint64> cateId)
{
    m_current = cateId;
    const QScopedValueRollback marking(m_marking, true);
    const QModelIndex index = cateId ? m_categories.indexOf(*cateId) : QModelIndex();
    if (index == m_tree->currentIndex() && index.isValid())
        return;
    if (index.isValid())
        m_tree->setCurrentIndex(index);
    else if (!m_tree->hasFocus())
        m_tree->selectionModel()->clear();
}

void CategorySection::use(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    if (m_categories.state(index) == CategoryModel::State::Failed)
        m_categories.retry(index);
    const qint64 id = index.data(CategoryModel::CateIdRole).toLongLong();
    if (m_marking || m_current == id)
        return;
    m_current = id;
    Q_EMIT chosen(id);
}

void CategorySection::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void CategorySection::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

QSize CategoryDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int height = option.widget ? rowHeight(option.widget) : Theme::kRowHeight;
    return { QStyledItemDelegate::sizeHint(option, index).width(), height };
}

void CategoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected)
        painter->fillRect(option.rect, option.palette.color(QPalette::Highlight));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, Theme::color(Theme::Tone::Hover));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(Theme::color(Theme::Tone::Accent));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    const QVariant below = index.data(CategoryModel::SubTotalRole);
    const bool failed = !index.data(CategoryModel::ErrorRole).toString().isEmpty();
    QString side;
    if (failed)
        side = u"⚠ "_s + tr("Try again");
    else if (index.data(CategoryModel::IsLoadingRole).toBool())
        side = u"…"_s;
    else if (below.toLongLong() > 0)
        side = QString::number(below.toLongLong());
    QRect box = option.rect.adjusted(4, 0, -Theme::kSpace, 0);
    const QFont small = figureFont(scaled(option.font, kSecondarySize));
    const int sideWidth = side.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(side) + Theme::kSpace;
    painter->setFont(small);
    painter->setPen(Theme::color(failed ? Theme::Tone::Failure
            : selected                  ? Theme::Tone::Text
                                        : Theme::Tone::Secondary));
    painter->drawText(
        box, static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter)), side);
    box.adjust(option.direction == Qt::RightToLeft ? sideWidth : 0, 0,
        option.direction == Qt::RightToLeft ? 0 : -sideWidth, 0);
    painter->setFont(option.font);
    painter->setPen(Theme::color(Theme::Tone::Text));
    const QString name = oneLine(index.data().toString(), kMostLetters);
    painter->drawText(box,
        static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
        option.fontMetrics.elidedText(name, Qt::ElideRight, box.width()));
    painter->restore();
}

bool CategoryDelegate::helpEvent(
    QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString error = index.data(CategoryModel::ErrorRole).toString();
    QToolTip::showText(
        event->globalPos(), plainTip(oneLine(error.isEmpty() ? index.data().toString() : error, kMostLetters)), view);
    return true;
}

} // namespace proofreel
