// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/flow_layout.h"

#include <QWidget>

#include <algorithm>

namespace proofreel {

FlowLayout::FlowLayout(QWidget* parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.append(item);
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange({ 0, 0, width, 0 }, false);
}

QSize FlowLayout::sizeHint() const
{
    QSize size;
    for (const QLayoutItem* item : m_items) {
        if (!item->isEmpty()) {
            size.rwidth() += item->sizeHint().width() + (size.width() == 0 ? 0 : spacing());
            size.setHeight(std::max(size.height(), item->sizeHint().height()));
        }
    }
    return size;
}

QSize FlowLayout::minimumSize() const
{
    QSize size { 0, 0 };
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo(item->isEmpty() ? QSize() : item->minimumSize());
    return size;
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

//! The index past the last item that fits into the line that \a first begins.
qsizetype FlowLayout::lineEnd(qsizetype first, int room, QSize* size) const
{
    *size = { 0, 0 };
    qsizetype index = first;
    for (; index < m_items.size(); ++index) {
        if (m_items.at(index)->isEmpty())
            continue;
        const QSize item = m_items.at(index)->sizeHint();
        const int width = size->width() > 0 ? size->width() + spacing() + item.width() : item.width();
        if (size->width() > 0 && width > room)
            break;
        *size = { width, std::max(size->height(), item.height()) };
    }
    return index;
}

int FlowLayout::arrange(const QRect& rect, bool place) const
{
    int y = rect.y();
    for (qsizetype index = 0; index < m_items.size();) {
        QSize line;
        const qsizetype end = lineEnd(index, rect.width(), &line);
        if (y > rect.y() && line.height() > 0)
            y += spacing();
        int x = rect.x() + (m_centred ? std::max(0, rect.width() - line.width()) / 2 : 0);
        for (; index < end; ++index) {
            QLayoutItem* item = m_items.at(index);
            if (item->isEmpty())
                continue;
            const QSize size = item->sizeHint();
            if (place)
                item->setGeometry({ { x, y + (line.height() - size.height()) / 2 },
                    size.boundedTo({ rect.width(), size.height() }) });
            x += size.width() + spacing();
        }
        y += line.height();
    }
    return y - rect.y();
}

} // namespace proofreel
