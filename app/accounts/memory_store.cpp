// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/memory_store.h"

namespace proofreel {

CallHandle MemoryStore::read(const QString& profileId, QObject* context, ReadCallback callback)
{
    Result<Credentials> answer = fail({ .kind = ErrorKind::NotFound, .message = tr("No secret is stored.") });
    if (const auto found = m_secrets.constFind(profileId); found != m_secrets.cend())
        answer = *found;
    return callLater(context, [answer, callback = std::move(callback)] { callback(answer); });
}

CallHandle MemoryStore::write(
    const QString& profileId, const Credentials& credentials, QObject* context, DoneCallback callback)
{
    insert(profileId, credentials);
    return callLater(context, [callback = std::move(callback)] { callback({}); });
}

CallHandle MemoryStore::remove(const QString& profileId, QObject* context, DoneCallback callback)
{
    take(profileId);
    return callLater(context, [callback = std::move(callback)] { callback({}); });
}

QString MemoryStore::description() const
{
    return tr("this run's memory");
}

} // namespace proofreel
