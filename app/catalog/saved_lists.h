// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/asset_row.h"
#include "core/call.h"
#include "core/result.h"

#include <QDateTime>
#include <QList>
#include <QObject>

#include <functional>
#include <optional>

namespace proofreel {

class LocalStore;

constexpr int kMostSavedRows = 1000; //!< of a list

//! The beginning of a list as it was the last time, to be shown at once or without network.
struct SavedList {
    QList<AssetRow> rows; //!< cover and input URLs without their queries
    qint64 total = -1; //!< assets in the whole list; -1: unknown
    QDateTime at; //!< UTC, when it was saved
};

//! Keeps the first 1,000 rows under \a queryKey (any text that stands for the question), for each account the 20 lists
//! saved last.
void saveList(LocalStore& store, const QString& account, const QString& queryKey, const QList<AssetRow>& rows,
    qint64 total, const QDateTime& now);
//! nullopt: there is none. Io where the store failed.
CallHandle loadList(LocalStore& store, const QString& account, const QString& queryKey, QObject* context,
    std::function<void(Result<std::optional<SavedList>>)> callback);

} // namespace proofreel
