// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/check_history.h"

#include "catalog/check_table.h"
#include "catalog/local_store.h"
#include "core/logging.h"

#include <algorithm>

namespace proofreel {

namespace {

constexpr qsizetype kMostUnwritten = 200; // of all assets: some kB each

using Checks = QList<PastCheck>;

} // namespace

CheckHistory::CheckHistory(LocalStore& store, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
{
}

void CheckHistory::setAccount(const QString& account)
{
    m_account = account;
    m_unwritten.clear();
    Q_EMIT changed({});
}

void CheckHistory::keep(const AssetResult& result, const Policy& policy)
{
    const QString mediaId = result.sheet.mediaId;
    if (m_account.isEmpty() || mediaId.isEmpty() || result.judgement.verdict == Verdict::Error)
        return;
    const QDateTime at = result.sheet.requestedAt.isValid() ? result.sheet.requestedAt : m_clock.nowUtc();
    const PastCheck check = pastCheck(result, at, policyMark(policy));
    put(mediaId, check);
    Q_EMIT changed(mediaId);
}

void CheckHistory::put(const QString& mediaId, const PastCheck& check)
{
    const auto change = [account = m_account, mediaId, check](LocalDb& db) {
        return checks::put(db, account, mediaId, { check.at.toMSecsSinceEpoch(), packCheck(check) });
    };
    m_store.write(m_account, change, this, [this, account = m_account, mediaId, check](const Result<void>& written) {
        if (!written)
            keepUnwritten(account, mediaId, check);
    });
}

void CheckHistory::keepUnwritten(const QString& account, const QString& mediaId, const PastCheck& check)
{
    if (account != m_account)
        return;
    qCWarning(lcStore, "A check of %s is kept for this run only", qUtf8Printable(mediaId));
    m_unwritten.append({ mediaId, check });
    if (m_unwritten.size() > kMostUnwritten)
        m_unwritten.removeFirst();
    Q_EMIT changed(mediaId);
}

void CheckHistory::findLacking(
    const QHash<QString, qint64>& atMs, QObject* context, std::function<void(const QStringList& mediaIds)> callback)
{
    if (m_account.isEmpty() || atMs.isEmpty())
        return;
    const auto work = [account = m_account, atMs](LocalDb& db) -> Result<QStringList> {
        QStringList lacking;
        for (auto one = atMs.cbegin(); one != atMs.cend(); ++one) {
            const auto lacks = checks::lacks(db, account, one.key(), one.value());
            if (!lacks)
                return fail(lacks.error());
            if (*lacks)
                lacking << one.key();
        }
        return lacking;
    };
    m_store.ask<QStringList>(m_account, work, context,
        [this, account = m_account, callback = std::move(callback)](const Result<QStringList>& lacking) {
            if (lacking && account == m_account)
                callback(*lacking);
        });
}

CallHandle CheckHistory::read(
    const QString& mediaId, QObject* context, std::function<void(const QList<PastCheck>&)> callback)
{
    const auto work = [account = m_account, mediaId](LocalDb& db) -> Result<Checks> {
        const auto kept = checks::read(db, account, mediaId);
        if (!kept)
            return fail(kept.error());
        Checks known;
        for (const KeptCheck& one : *kept) {
            if (auto check = unpackCheck(one.packed, QDateTime::fromMSecsSinceEpoch(one.atMs, Qt::UTC)))
                known.append(*std::move(check));
        }
        return known;
    };
    return m_store.ask<Checks>(
        m_account, work, context, [this, mediaId, callback = std::move(callback)](const Result<Checks>& read) {
            Checks known = read.value_or(Checks());
            for (const Unwritten& one : std::as_const(m_unwritten)) {
                if (one.mediaId == mediaId)
                    known.append(one.check);
            }
            std::stable_sort(
                known.begin(), known.end(), [](const PastCheck& one, const PastCheck& two) { return one.at > two.at; });
            callback(known.mid(0, checks::kMostOfOne));
        });
}

void CheckHistory::forget(const QString& mediaId)
{
    m_unwritten.removeIf([&mediaId](const Unwritten& one) { return one.mediaId == mediaId; });
    m_store.write(
        m_account, [account = m_account, mediaId](LocalDb& db) { return checks::remove(db, account, mediaId); });
    Q_EMIT changed(mediaId);
}

void CheckHistory::restore(const QString& mediaId, const QList<PastCheck>& checks)
{
    // Oldest first, as they came: equal ones in a row are told by their order.
    for (auto check = checks.crbegin(); check != checks.crend(); ++check)
        put(mediaId, *check);
    Q_EMIT changed(mediaId);
}

} // namespace proofreel
