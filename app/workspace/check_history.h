// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/call.h"
#include "core/clock.h"
#include "quality/history.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <functional>

namespace proofreel {

class LocalStore;

//! The checks of each asset that this PC remembers for the account in use, the last ten. What cannot be written stays
//! for this run: a check is never refused, and nothing waits for the disk. GUI thread.
class CheckHistory final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckHistory)
public:
    CheckHistory(LocalStore& store, const Clock& clock, QObject* parent = nullptr);

    void setAccount(const QString& account); //!< empty: nothing is kept
    [[nodiscard]] const QString& account() const { return m_account; }

    //! Remembers what was found under \a policy, as of when the links were asked for; the same result again is the same
    //! check. Nothing of an asset that could not be checked: that says nothing of the asset.
    void keep(const AssetResult& result, const Policy& policy);
    //! Which of these checks (MediaIds, and when they were) it does not have although it should: the program was ended
    //! before they were written. None where nothing can be read. Dropped if the account is another one by then.
    void findLacking(const QHash<QString, qint64>& atMs, QObject* context,
        std::function<void(const QStringList& mediaIds)> callback);
    //! Newest first; none where nothing can be read.
    CallHandle read(const QString& mediaId, QObject* context, std::function<void(const QList<PastCheck>&)> callback);
    void forget(const QString& mediaId);
    void restore(const QString& mediaId, const QList<PastCheck>& checks); //!< those that forget() has deleted

Q_SIGNALS:
    void changed(const QString& mediaId); //!< read() gives others now; empty: of any asset

private:
    void put(const QString& mediaId, const PastCheck& check);
    void keepUnwritten(const QString& account, const QString& mediaId, const PastCheck& check);

    struct Unwritten {
        QString mediaId;
        PastCheck check;
    };
    LocalStore& m_store;
    const Clock& m_clock;
    QString m_account;
    QList<Unwritten> m_unwritten; // oldest first
};

} // namespace proofreel
