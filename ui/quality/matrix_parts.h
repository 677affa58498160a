// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/plain_tip_delegate.h"

#include <QHeaderView>

namespace proofreel {

//! Names of the rules at the left of the matrix: families in bold with what opens them, their rules below.
class MatrixRowHeader final : public QHeaderView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MatrixRowHeader)
public:
    explicit MatrixRowHeader(QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    bool viewportEvent(QEvent* event) override;

private:
    [[nodiscard]] int gutter() const;
};

//! Names of the renditions above the matrix, in up to two lines.
class MatrixColumnHeader final : public QHeaderView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MatrixColumnHeader)
public:
    explicit MatrixColumnHeader(QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] int widthFor(const QString& label) const; //!< px, for two lines of it

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
};

//! A cell: its mark, and how many findings stand behind it.
class MatrixDelegate final : public PlainTipDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MatrixDelegate)
public:
    using PlainTipDelegate::PlainTipDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace proofreel
