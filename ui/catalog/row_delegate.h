// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/theme.h"

#include <QFont>
#include <QStyledItemDelegate>

#include <functional>

class QListView;

namespace proofreel {

//! How one row of a list of assets looks.
struct RowLook {
    QString heading {}; //!< above the row: the first of a group
    QString icon {};
    Theme::Tone tone = Theme::Tone::Secondary; //!< of the icon
    QString title {};
    bool isId = false; //!< the title is an id or an address: monospace, elided in the middle
    bool isCurrent = false;
    QString aside {}; //!< small, at the right
    QString detail {}; //!< a second, smaller line
};

//! Rows with an icon and one or two lines of text, in groups under headings.
class RowDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RowDelegate)
public:
    using Look = std::function<RowLook(const QModelIndex& index)>;
    RowDelegate(Look look, QWidget* view);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
        const QModelIndex& index) override; //!< the texts without being cut

private:
    void paintRow(QPainter& painter, const QRect& box, const QStyleOptionViewItem& option, const RowLook& look) const;
    [[nodiscard]] int headingHeight(const RowLook& look) const;

    Look m_look;
    QWidget* m_view = nullptr;
    mutable QFont m_font; //!< of the heights below
    mutable int m_row = 0, m_second = 0; //!< px
};

//! A list of such rows: several can be selected; the context menu is its owner's.
[[nodiscard]] QListView* makeRowList(QAbstractItemModel& model, RowDelegate::Look look, QWidget* parent);

} // namespace proofreel
