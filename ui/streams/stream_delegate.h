// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/plain_tip_delegate.h"

namespace proofreel {

//! Paints a cell of the stream table: the play mark or the reason why not in the first column, figures in columns,
//! and below the heading where a row starts a group.
class StreamDelegate final : public PlainTipDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StreamDelegate)
public:
    using PlainTipDelegate::PlainTipDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    //! Room for the mark at the left of the first column, px.
    [[nodiscard]] static int gutter(const QWidget* widget);
};

} // namespace proofreel
