// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/decode_walk.h"

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

//! nullopt without a CateId: such a category can be neither opened nor told from another one.
std::optional<Category> decodeCategory(const JsonFields& from)
{
    from.require(u"CateId"_s);
    const auto id = from.integer(u"CateId"_s, lowestId, highestId);
    if (!id)
        return std::nullopt;
    Category out;
    out.cateId = *id;
    out.name = from.text(u"CateName"_s);
    out.level = from.integer(u"Level"_s, 0, 1000);
    out.parentId = from.integer(u"ParentId"_s, lowestId, highestId);
    out.type = from.text(u"Type"_s);
    out.subTotal = from.integer(u"SubTotal"_s, 0, highestId);
    out.raw = from.raw();
    return out;
}

} // namespace

Result<CategoryPage> decodeCategories(const QByteArray& body)
{
    return decodeReply<CategoryPage>(body, [](const JsonFields& fields, CategoryPage& out) {
        if (const JsonFields self = fields.object(u"Category"_s); !self.raw().isEmpty())
            out.category = decodeCategory(self);
        out.subTotal = fields.integer(u"SubTotal"_s, 0, highestId);
        // The list lies one level deeper than in the other replies: SubCategories.Category[].
        const JsonFields below = fields.object(u"SubCategories"_s);
        const auto children = decodeList<std::optional<Category>>(below, u"Category"_s, decodeCategory);
        for (const auto& child : children) {
            if (child)
                out.children << *child;
        }
    });
}

} // namespace proofreel
