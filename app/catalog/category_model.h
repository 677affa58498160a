// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ims/client.h"

#include <QAbstractItemModel>
#include <QSet>

#include <memory>
#include <optional>
#include <vector>

namespace proofreel {

//! The categories of the account as a tree, a level at a time when a view opens it (GetCategories). Bounded against
//! replies that lead round in circles: a category stands in the tree once. GUI thread.
class CategoryModel final : public QAbstractItemModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CategoryModel)
public:
    enum Role {
        CateIdRole = Qt::UserRole,
        SubTotalRole, //!< how many categories are directly below, invalid if unknown
        IsLoadingRole, //!< its children are on their way
        ErrorRole, //!< why its children did not come; empty: they did, or were not asked for
    };
    enum class State { Idle, Loading, Failed };

    explicit CategoryModel(Client& client, QObject* parent = nullptr);
    ~CategoryModel() override;

    void reload(); //!< from the root
    void clear(); //!< no account
    void retry(const QModelIndex& parent = {}); //!< after a failure
    [[nodiscard]] State state(const QModelIndex& parent = {}) const; //!< of the level below
    [[nodiscard]] const Error& error(const QModelIndex& parent = {}) const;
    [[nodiscard]] bool isAsked() const { return m_asked; }

    [[nodiscard]] QModelIndex indexOf(qint64 cateId) const; //!< invalid if it is not loaded
    //! Of the loaded ones, by name without regard to case; the first in the order of the tree.
    [[nodiscard]] std::optional<qint64> idOf(const QString& name) const;
    //! From the first level down to that one: "News / Sports / Football".
    [[nodiscard]] QStringList path(const QModelIndex& index) const;
    [[nodiscard]] QStringList names() const; //!< of all that are loaded, without doubles

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void stateChanged(const QModelIndex& parent); //!< of the level below

private:
    struct Node {
        Category category;
        Node* parent = nullptr;
        int row = 0;
        std::vector<std::unique_ptr<Node>> children;
        State state = State::Idle;
        Error error;
        CallHandle call;
        int nextPage = 1;
        bool complete = false; // all pages of the level below are here
    };

    void ask(Node& node);
    void arrived(Node& node, const Result<CategoryPage>& page);
    void setState(Node& node, State state);
    [[nodiscard]] Node& nodeOf(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const Node& node) const;
    template <typename Visit>
    void visit(const Node& node, const Visit& visitor) const;

    Client& m_client;
    std::unique_ptr<Node> m_root;
    QHash<qint64, Node*> m_byId;
    bool m_asked = false;
};

} // namespace proofreel
