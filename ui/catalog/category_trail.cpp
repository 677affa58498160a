// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/catalog/category_trail.h"

#include "catalog/category_model.h"
#include "core/one_line.h"
#include "ui/common/flow_layout.h"
#include "ui/common/icons.h"

#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr qsizetype kMostLetters = 30;

} // namespace

CategoryTrail::CategoryTrail(const CategoryModel& categories, QWidget* parent)
    : QWidget(parent)
    , m_categories(categories)
    , m_flow(new FlowLayout(this))
{
    setObjectName(u"categoryTrail"_s);
    m_flow->setContentsMargins(0, 0, 0, 0);
    m_flow->setSpacing(2);
    connect(&categories, &QAbstractItemModel::rowsInserted, this, &CategoryTrail::rebuild);
    hide();
}

void CategoryTrail::setCategory(std::optional<qint64> cateId)
{
    m_category = cateId;
    rebuild();
}

void CategoryTrail::rebuild()
{
    setVisible(m_category.has_value());
    if (!m_category) {
        m_shown.clear();
        return;
    }
    QList<QModelIndex> parts;
    for (QModelIndex at = m_categories.indexOf(*m_category); at.isValid(); at = at.parent())
        parts.prepend(at);
    QStringList names { QString::number(*m_category) };
    for (const QModelIndex& part : std::as_const(parts))
        names.append(part.data().toString());
    if (names == m_shown)
        return; // the keyboard's focus stays where it is
    m_shown = names;
    while (QLayoutItem* item = m_flow->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    addPart(tr("All", "categories"), std::nullopt, false);
    if (parts.isEmpty())
        addPart(QString::number(*m_category), m_category, true);
    for (const QModelIndex& part : std::as_const(parts))
        addPart(part.data().toString(), part.data(CategoryModel::CateIdRole).toLongLong(), part == parts.constLast());
    auto* close = new QToolButton(this);
    close->setObjectName(u"categoryClear"_s);
    close->setIcon(icon(u"close"_s, Theme::Tone::Secondary));
    close->setToolTip(tr("All categories"));
    close->setAccessibleName(close->toolTip());
    connect(close, &QToolButton::clicked, this, [this] { Q_EMIT chosen(std::nullopt); });
    m_flow->addWidget(close);
    close->show();
}

void CategoryTrail::addPart(const QString& text, std::optional<qint64> cateId, bool isLast)
{
    auto* part = new QToolButton(this);
    part->setObjectName(u"categoryPart"_s);
    const QString line = oneLine(text).simplified();
    QString label = line.size() > kMostLetters ? line.left(kMostLetters) + u'…' : line;
    part->setText(label.replace(u'&', u"&&"_s));
    part->setAutoRaise(true);
    part->setEnabled(!isLast);
    connect(part, &QToolButton::clicked, this, [this, cateId] { Q_EMIT chosen(cateId); });
    m_flow->addWidget(part);
    part->show();
    if (!isLast) {
        auto* slash = new QLabel(u"/"_s, this);
        slash->setForegroundRole(QPalette::PlaceholderText);
        m_flow->addWidget(slash);
        slash->show();
    }
}

} // namespace proofreel
