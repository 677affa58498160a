// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/category_model.h"

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr int kPageSize = 100;
constexpr qsizetype kMaxCategories = 50'000;
constexpr qsizetype kMaxName = 200;

} // namespace

CategoryModel::CategoryModel(Client& client, QObject* parent)
    : QAbstractItemModel(parent)
    , m_client(client)
    , m_root(std::make_unique<Node>())
{
    m_root->complete = true; // nothing is asked before reload()
}

CategoryModel::~CategoryModel()
{
    visit(*m_root, [](const Node& node) { CallHandle(node.call).abort(); });
}

template <typename Visit>
void CategoryModel::visit(const Node& node, const Visit& visitor) const
{
    visitor(node);
    for (const auto& child : node.children)
        visit(*child, visitor);
}

void CategoryModel::clear()
{
    visit(*m_root, [](const Node& node) { CallHandle(node.call).abort(); });
    beginResetModel();
    m_root = std::make_unique<Node>();
    m_root->complete = true;
    m_byId.clear();
    m_asked = false;
    endResetModel();
    Q_EMIT stateChanged({});
}

void CategoryModel::reload()
{
    clear();
    m_asked = true;
    m_root->complete = false;
    ask(*m_root);
}

void CategoryModel::retry(const QModelIndex& parent)
{
    Node& node = nodeOf(parent);
    if (node.state == State::Failed)
        ask(node);
}

CategoryModel::State CategoryModel::state(const QModelIndex& parent) const
{
    return nodeOf(parent).state;
}

const Error& CategoryModel::error(const QModelIndex& parent) const
{
    return nodeOf(parent).error;
}

void CategoryModel::ask(Node& node)
{
    CategoryQuery query;
    if (&node != m_root.get())
        query.cateId = node.category.cateId;
    query.pageNo = node.nextPage;
    query.pageSize = kPageSize;
    // Nodes go only with clear(), which aborts their calls.
    node.call = m_client.getCategories(query, this, [this, &node](const Result<CategoryPage>& page) {
        node.call = {};
        arrived(node, page);
    });
    setState(node, State::Loading);
}

void CategoryModel::arrived(Node& node, const Result<CategoryPage>& page)
{
    if (!page) {
        node.error = page.error();
        setState(node, State::Failed);
        return;
    }
    std::vector<std::unique_ptr<Node>> fresh;
    QSet<qint64> seen;
    for (const Category& category : page->children) {
        // What stands in the tree already would lead round in circles.
        if (m_byId.contains(category.cateId) || seen.contains(category.cateId) || m_byId.size() >= kMaxCategories)
            continue;
        seen.insert(category.cateId);
        auto child = std::make_unique<Node>();
        child->category = category;
        child->category.name.truncate(kMaxName);
        child->category.raw = {};
        child->parent = &node;
        child->row = static_cast<int>(node.children.size() + fresh.size());
        child->complete = category.subTotal == 0;
        fresh.push_back(std::move(child));
    }
    const qint64 known = static_cast<qint64>(node.children.size() + fresh.size());
    node.complete = fresh.empty() || page->children.size() < kPageSize || (page->subTotal && known >= *page->subTotal);
    ++node.nextPage;
    if (!fresh.empty()) {
        const int first = static_cast<int>(node.children.size());
        beginInsertRows(indexOf(node), first, first + static_cast<int>(fresh.size()) - 1);
        for (auto& child : fresh) {
            m_byId.insert(child->category.cateId, child.get());
            node.children.push_back(std::move(child));
        }
        endInsertRows();
    }
    setState(node, State::Idle);
    if (!node.complete)
        ask(node); // a level is shown whole
}

void CategoryModel::setState(Node& node, State state)
{
    node.state = state;
    const QModelIndex index = indexOf(node);
    if (index.isValid())
        Q_EMIT dataChanged(index, index);
    Q_EMIT stateChanged(index);
}

CategoryModel::Node& CategoryModel::nodeOf(const QModelIndex& index) const
{
    return index.isValid() ? *static_cast<Node*>(index.internalPointer()) : *m_root;
}

QModelIndex CategoryModel::indexOf(const Node& node) const
{
    return &node == m_root.get() ? QModelIndex() : createIndex(node.row, 0, &node);
}

QModelIndex CategoryModel::indexOf(qint64 cateId) const
{
    const Node* node = m_byId.value(cateId);
    return node ? indexOf(*node) : QModelIndex();
}

std::optional<qint64> CategoryModel::idOf(const QString& name) const
{
    std::optional<qint64> id;
    visit(*m_root, [&](const Node& node) {
        if (!id && node.parent && node.category.name.compare(name, Qt::CaseInsensitive) == 0)
            id = node.category.cateId;
    });
    return id;
}

QStringList CategoryModel::path(const QModelIndex& index) const
{
    QStringList names;
    for (const Node* node = &nodeOf(index); node->parent; node = node->parent)
        names.prepend(node->category.name);
    return names;
}

QStringList CategoryModel::names() const
{
    QStringList names;
    visit(*m_root, [&](const Node& node) {
        if (node.parent)
            names.append(node.category.name);
    });
    names.removeDuplicates();
    return names;
}

QModelIndex CategoryModel::index(int row, int column, const QModelIndex& parent) const
{
    const Node& node = nodeOf(parent);
    if (row < 0 || column != 0 || parent.column() > 0 || row >= static_cast<int>(node.children.size()))
        return {};
    return createIndex(row, column, node.children[static_cast<size_t>(row)].get());
}

QModelIndex CategoryModel::parent(const QModelIndex& child) const
{
    const Node* above = child.isValid() ? nodeOf(child).parent : nullptr;
    return above ? indexOf(*above) : QModelIndex();
}

int CategoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent).children.size());
}

int CategoryModel::columnCount(const QModelIndex&) const
{
    return 1;
}

bool CategoryModel::hasChildren(const QModelIndex& parent) const
{
    const Node& node = nodeOf(parent);
    return !node.children.empty() || !node.complete;
}

QVariant CategoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node& node = nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return node.category.name.isEmpty() ? QString::number(node.category.cateId) : node.category.name;
    case CateIdRole:
        return node.category.cateId;
    case SubTotalRole:
        return node.category.subTotal ? QVariant(*node.category.subTotal) : QVariant();
    case IsLoadingRole:
        return node.state == State::Loading;
    case ErrorRole:
        return node.state == State::Failed ? node.error.message : QString();
    default:
        return {};
    }
}

bool CategoryModel::canFetchMore(const QModelIndex& parent) const
{
    const Node& node = nodeOf(parent);
    return !node.complete && node.state == State::Idle && node.children.empty();
}

void CategoryModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent))
        ask(nodeOf(parent));
}

} // namespace proofreel
