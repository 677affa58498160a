// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/output.h"
#include "cli/seen_recently.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace proofreel::cli {

namespace {

constexpr int kMaxDepth = 32; // the API has three levels

struct Arguments {
    std::string type;
    std::string output = "table";
};

//! Depth first, so that a table reads as a tree; holds one page of each level.
class TreeWalk {
public:
    TreeWalk(Workspace& workspace, RowWriter& writer, const Arguments& arguments)
        : m_client(workspace.client())
        , m_writer(writer)
        , m_type(QString::fromStdString(arguments.type))
        , m_indents(arguments.output == "table")
    {
    }

    //! Writes what is below \a parent; the exit code.
    int below(std::optional<qint64> parent, int depth)
    {
        CategoryQuery query { .cateId = parent, .type = m_type };
        SeenRecently pages;
        for (qint64 read = 0;; ++query.pageNo) {
            auto page = await<CategoryPage>([&](QObject* context, std::function<void(Result<CategoryPage>)> done) {
                return m_client.getCategories(query, context, std::move(done));
            });
            if (!page)
                return report(page.error());
            if (page->children.isEmpty())
                return Done;
            QString all;
            for (const Category& child : std::as_const(page->children))
                all += QString::number(child.cateId) + u'\n';
            if (pages.add(all))
                return repeats(*page);
            if (const int code = write(*page, depth); code != Done)
                return code;
            read += page->children.size();
            if (page->subTotal ? read >= *page->subTotal : page->children.size() < query.pageSize)
                return Done;
        }
    }

private:
    int write(const CategoryPage& page, int depth)
    {
        for (const Category& child : page.children) {
            if (m_above.contains(child.cateId) || depth >= kMaxDepth)
                return repeats(page);
            if (m_seen.add(QString::number(child.cateId)))
                continue; // listed before, perhaps because the tree changed meanwhile
            m_writer.write(rowOf(child, depth));
            if (!m_writer.flush())
                return m_writer.failure();
            if (child.subTotal == 0)
                continue;
            m_above.append(child.cateId);
            const int code = below(child.cateId, depth + 1);
            m_above.removeLast();
            if (code != Done)
                return code;
        }
        return Done;
    }

    [[nodiscard]] QJsonObject rowOf(const Category& category, int depth) const
    {
        const auto number = [](const std::optional<qint64>& value) {
            return value ? QJsonValue(*value) : QJsonValue();
        };
        return {
            { u"CateId"_s, category.cateId },
            { u"CateName"_s, m_indents ? QString(2 * depth, u' ') + category.name : category.name },
            { u"Level"_s, number(category.level) },
            { u"ParentId"_s, number(category.parentId) },
            { u"Type"_s, category.type },
            { u"SubTotal"_s, number(category.subTotal) },
        };
    }

    static int repeats(const CategoryPage& page)
    {
        return report({ .kind = ErrorKind::Protocol,
            .message = Cli::tr("The service's categories lead round in circles; the list is not complete."),
            .requestId = page.info.requestId,
            .host = page.info.host });
    }

    Client& m_client;
    RowWriter& m_writer;
    QString m_type;
    bool m_indents;
    QList<qint64> m_above;
    SeenRecently m_seen;
};

int run(Workspace& workspace, const Arguments& arguments)
{
    RowWriter writer(RowWriter::formatFrom(arguments.output),
        { { u"CateId"_s, -12 }, { u"CateName"_s, 40 }, { u"Level"_s, -5 }, { u"ParentId"_s, -12 }, { u"Type"_s, 8 },
            { u"SubTotal"_s, -8 } });
    return TreeWalk(workspace, writer, arguments).below(std::nullopt, 0);
}

} // namespace

Run addCategories(CLI::App& app, const Common& common)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command =
        app.add_subcommand("categories", Cli::tr("List the tree of categories (GetCategories)").toStdString());
    command->add_option("--type", arguments->type, Cli::tr("default or material").toStdString())
        ->check(CLI::IsMember({ "default", "material" }));
    addRowOutput(*command, arguments->output);
    return [arguments, &common] {
        return withWorkspace(common, [arguments](Workspace& workspace) { return run(workspace, *arguments); });
    };
}

} // namespace proofreel::cli
