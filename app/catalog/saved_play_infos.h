// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/call.h"
#include "core/result.h"
#include "ims/queries.h"

#include <QByteArray>
#include <QDateTime>
#include <QObject>

#include <functional>
#include <optional>

namespace proofreel {

class LocalStore;

//! A GetPlayInfo reply as it was the last time; its URLs lead nowhere any more.
struct SavedPlayInfo {
    QByteArray body; //!< JSON, see withoutSecrets()
    QDateTime at; //!< UTC, when it was saved
};

//! A reply's JSON with bareUrl() applied to every text in it, at any depth. Empty where it is no JSON object. Any
//! thread.
[[nodiscard]] QByteArray withoutSecrets(const QByteArray& body);

//! Keeps the reply to \a query about the asset \a mediaId, for each account the 500 saved last. A reply that is larger
//! than 256 KiB without its secrets is not kept.
void savePlayInfo(LocalStore& store, const QString& account, const PlayInfoQuery& query, const QString& mediaId,
    const QByteArray& body, const QDateTime& now);
//! By MediaId or InputURL. nullopt: there is none. Io where the store failed.
CallHandle loadPlayInfo(LocalStore& store, const QString& account, const PlayInfoQuery& query, QObject* context,
    std::function<void(Result<std::optional<SavedPlayInfo>>)> callback);

} // namespace proofreel
