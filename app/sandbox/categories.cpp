// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/api_actions.h"

#include <QJsonArray>

#include <algorithm>
#include <limits>

namespace proofreel::sandbox {

using namespace Qt::StringLiterals;

namespace {

qint64 childCount(const Catalog& catalog, qint64 parent, const QString& type)
{
    return std::count_if(catalog.categories().begin(), catalog.categories().end(),
        [&](const Category& category) { return category.parentId == parent && category.type == type; });
}

QJsonObject toJson(const Category& category)
{
    return {
        { u"CateId"_s, category.id },
        { u"CateName"_s, category.name },
        { u"Level"_s, category.level },
        { u"ParentId"_s, category.parentId },
        { u"Type"_s, category.type },
    };
}

} // namespace

ActionResult getCategories(const ActionContext& context)
{
    std::optional<ApiError> error;
    const qint64 parent = numberParameter(context, "CateId", -1, std::numeric_limits<qint64>::max(), -1, error);
    const qint64 pageNo = numberParameter(context, "PageNo", 1, std::numeric_limits<qint32>::max(), 1, error);
    const qint64 pageSize = numberParameter(context, "PageSize", 10, 100, 10, error);
    if (error)
        return *error;
    const QString type = context.has("Type") ? context.text("Type") : u"default"_s;
    if (type != "default"_L1 && type != "material"_L1)
        return invalidParameter(u"Type"_s, u"it must be default or material"_s);
    const QString order = context.has("SortBy") ? context.text("SortBy") : u"CreationTime:Desc"_s;
    if (order != "CreationTime:Desc"_L1 && order != "CreationTime:Asc"_L1)
        return invalidParameter(u"SortBy"_s, u"it must be CreationTime:Desc or CreationTime:Asc"_s);

    const auto& all = context.catalog.categories();
    QJsonObject reply;
    if (parent >= 0) {
        const auto node =
            std::find_if(all.begin(), all.end(), [parent](const Category& category) { return category.id == parent; });
        if (node == all.end())
            return ApiError { 404, u"ResourceNotFound"_s, u"The specified category does not exist."_s };
        reply.insert("Category"_L1, toJson(*node));
    }
    // The catalogue lists them in the order of their making.
    QList<Category> children;
    std::copy_if(all.begin(), all.end(), std::back_inserter(children),
        [&](const Category& category) { return category.parentId == parent && category.type == type; });
    if (order == "CreationTime:Desc"_L1)
        std::reverse(children.begin(), children.end());
    const bool loops = context.faults.categoryLoop;
    qint64 total = children.size(), first = (pageNo - 1) * pageSize;
    if (loops) {
        if (parent >= 0)
            children.prepend({ parent, parent, 2, context.catalog.categoryName(parent), type });
        first = qMin<qint64>(first, (children.size() - 1) / pageSize * pageSize);
        total = 1'000'000;
    }
    QJsonArray list;
    for (qint64 i = first; i < qMin<qint64>(first + pageSize, children.size()); ++i) {
        QJsonObject child = toJson(children.at(i));
        child.insert("SubTotal"_L1, loops ? 1 : childCount(context.catalog, children.at(i).id, type));
        list.append(child);
    }
    reply.insert("SubTotal"_L1, total);
    reply.insert("SubCategories"_L1, QJsonObject { { u"Category"_s, list } });
    return reply;
}

} // namespace proofreel::sandbox
