// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <optional>

namespace proofreel {

class CategoryModel;
class FlowLayout;

//! "All / News / Sport ✕": where in the categories the list stands. Each part leads there; hidden while it is all.
class CategoryTrail final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CategoryTrail)
public:
    CategoryTrail(const CategoryModel& categories, QWidget* parent);

    void setCategory(std::optional<qint64> cateId); //!< by its number, where it is not loaded

Q_SIGNALS:
    void chosen(std::optional<qint64> cateId); //!< nullopt: all

private:
    void rebuild();
    void addPart(const QString& text, std::optional<qint64> cateId, bool isLast);

    const CategoryModel& m_categories;
    std::optional<qint64> m_category;
    FlowLayout* m_flow = nullptr;
    QStringList m_shown;
};

} // namespace proofreel
