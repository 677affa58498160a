// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/asset_list_model.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr int kAhead = 200; // rows that are fetched, and shown as placeholders, beyond what is in view

} // namespace

AssetListModel::AssetListModel(Client& client, QObject* parent)
    : QAbstractTableModel(parent)
    , m_client(client)
{
}

AssetListModel::~AssetListModel()
{
    m_call.abort();
}

void AssetListModel::setQuery(const AssetQuery& query)
{
    clear();
    m_query = query;
    start();
}

void AssetListModel::refresh()
{
    start();
}

void AssetListModel::start()
{
    m_call.abort();
    m_asked = true;
    m_awaitsFirst = true;
    m_fresh.reset();
    m_walk.reset();
    auto questions = m_query.questions();
    if (!questions) {
        m_error = questions.error();
        setState(State::Failed);
        return;
    }
    m_walk = std::make_unique<AssetWalk>(m_client, *std::move(questions));
    if (m_store->size() > 0)
        m_fresh = std::make_unique<AssetStore>();
    ask();
}

void AssetListModel::retry()
{
    if (m_state != State::Failed)
        return;
    if (m_walk && !m_savedAt.isValid())
        ask();
    else
        start(); // saved rows give way to the answer, they are not continued
}

void AssetListModel::clear()
{
    m_call.abort();
    m_asked = false;
    m_walk.reset();
    m_fresh.reset();
    m_total.reset();
    m_savedAt = {};
    m_wanted = 0;
    if (rowCount() > 0) {
        beginResetModel();
        m_store = std::make_unique<AssetStore>();
        m_placeholders = 0;
        endResetModel();
    }
    setState(State::Idle);
}

void AssetListModel::showSaved(const QList<AssetRow>& rows, const QDateTime& asOf, qint64 total)
{
    if (m_store->size() > 0 && !m_savedAt.isValid())
        return; // what is there is newer
    beginResetModel();
    m_store = std::make_unique<AssetStore>();
    m_store->append(rows);
    m_placeholders = 0;
    endResetModel();
    m_total = std::max<qint64>(total, m_store->size());
    m_savedAt = asOf;
    Q_EMIT stateChanged();
}

void AssetListModel::wantRows(int last)
{
    m_wanted = std::max(0, last);
    if (m_state == State::Idle && wantsMore())
        ask();
}

bool AssetListModel::isComplete() const
{
    return !m_walk || m_walk->atEnd();
}

bool AssetListModel::wantsMore() const
{
    if (isComplete())
        return false;
    if (m_fresh)
        return m_fresh->size() < std::min(m_wanted + kAhead, m_store->size());
    return m_store->size() < m_wanted + kAhead;
}

void AssetListModel::ask()
{
    m_lastAction = m_walk->action();
    m_call = m_walk->next(this, [this](const Result<AssetBatch>& batch) {
        m_call = {};
        arrived(batch);
    });
    setState(State::Loading);
}

void AssetListModel::arrived(const Result<AssetBatch>& batch)
{
    if (!batch) {
        m_error = batch.error();
        setState(State::Failed);
        return;
    }
    m_lastReply = batch->info;
    m_total = batch->total;
    m_isTotalWhole = batch->isTotalWhole;
    if (m_fresh) {
        m_walk->used(m_fresh->append(batch->rows));
        if (!wantsMore())
            swapIn();
    } else {
        append(batch->rows);
    }
    // The first of several questions may have no answer.
    if (m_awaitsFirst && !m_fresh && (m_store->size() > 0 || isComplete())) {
        m_awaitsFirst = false;
        Q_EMIT firstPageArrived();
    }
    // A page without anything new changes nothing that a view could react to, so the model goes on by itself.
    if (wantsMore())
        ask();
    else
        setState(State::Idle);
}

// Rows take the place of placeholders: first there are enough of those, then they are filled.
void AssetListModel::append(const QList<AssetRow>& rows)
{
    const int first = m_store->size();
    QList<AssetRow> unseen = m_store->unseen(rows);
    const int count = static_cast<int>(unseen.size());
    m_walk->used(count);
    if (count > m_placeholders)
        setPlaceholders(count);
    m_store->appendUnseen(std::move(unseen));
    m_placeholders -= count;
    if (count > 0)
        Q_EMIT dataChanged(index(first, 0), index(first + count - 1, ColumnCount - 1));
    setPlaceholders(placeholdersWanted());
}

// Row numbers change, assets stay: persistent indexes follow their assets. The number of rows stays the same meanwhile.
void AssetListModel::swapIn()
{
    std::unique_ptr<AssetStore> fresh = std::exchange(m_fresh, nullptr);
    m_savedAt = {};
    if (fresh->size() > rowCount())
        setPlaceholders(fresh->size() - m_store->size());
    // Only rows change places: a header of columns need not look.
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex& old : before) {
        const int row = old.row() < m_store->size() ? fresh->rowOf(m_store->at(old.row()).mediaId) : -1;
        after.append(row < 0 ? QModelIndex() : index(row, old.column()));
    }
    const int count = rowCount();
    m_store = std::move(fresh);
    m_placeholders = count - m_store->size();
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
    setPlaceholders(placeholdersWanted());
}

int AssetListModel::placeholdersWanted() const
{
    if (isComplete())
        return 0;
    const qint64 missing = m_total.value_or(0) - m_store->size();
    return static_cast<int>(std::clamp<qint64>(missing, 1, kAhead));
}

void AssetListModel::setPlaceholders(int count)
{
    const int rows = rowCount();
    if (count > m_placeholders) {
        beginInsertRows({}, rows, rows + count - m_placeholders - 1);
        m_placeholders = count;
        endInsertRows();
    } else if (count < m_placeholders) {
        beginRemoveRows({}, rows - (m_placeholders - count), rows - 1);
        m_placeholders = count;
        endRemoveRows();
    }
}

void AssetListModel::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

std::optional<qint64> AssetListModel::totalCount() const
{
    if (!m_asked && !m_savedAt.isValid())
        return std::nullopt;
    if (!m_total)
        return isComplete() ? std::optional<qint64>(m_store->size()) : std::nullopt;
    return isComplete() && !m_savedAt.isValid() ? m_store->size() : std::max<qint64>(*m_total, m_store->size());
}

bool AssetListModel::isTotalWhole() const
{
    if (m_savedAt.isValid()) // how it was counted was not kept
        return m_total.value_or(0) <= m_store->size();
    return isComplete() || m_isTotalWhole;
}

QList<AssetRow> AssetListModel::firstRows(int count) const
{
    QList<AssetRow> rows;
    for (int row = 0; row < std::min(count, m_store->size()); ++row)
        rows.append(m_store->at(row));
    return rows;
}

} // namespace proofreel
