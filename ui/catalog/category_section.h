// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>
#include <QWidget>

#include <optional>

class QLabel;
class QSettings;
class QToolButton;
class QTreeView;

namespace proofreel {

class CategoryModel;

//! "▸ Categories": the tree of the account's categories, folded away until somebody wants it. Loaded a level at a time,
//! the first when it is unfolded. Whether it is open is remembered.
class CategorySection final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CategorySection)
public:
    CategorySection(CategoryModel& categories, QSettings& settings, QWidget* parent);

    void setUsable(bool on); //!< an account is connected: there is somebody to ask
    void setCurrent(std::optional<qint64> cateId); //!< marks that category; it may be one that is not loaded
    [[nodiscard]] bool isOpen() const;

Q_SIGNALS:
    void chosen(std::optional<qint64> cateId); //!< nullopt: all assets again

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void setOpen(bool on);
    void load();
    void showState();
    void fit();
    void use(const QModelIndex& index);

    CategoryModel& m_categories;
    QSettings& m_settings;
    QToolButton* m_head = nullptr;
    QTreeView* m_tree = nullptr;
    QLabel* m_note = nullptr;
    QToolButton* m_retry = nullptr;
    std::optional<qint64> m_current;
    bool m_usable = false;
    bool m_marking = false;
};

//! A category's name and, at the right, how many are below it, that they are on their way, or that they did not come.
class CategoryDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
        const QModelIndex& index) override;
};

} // namespace proofreel
