// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/local_db.h"
#include "core/call.h"
#include "core/delivery.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace proofreel {

//! What this PC remembers for each account: history, favourites, review queue, and copies for hours without network.
//! One SQLite file in a thread of its own, opened at the first call; what is asked runs in order, each in one
//! transaction. Holds no secret and no signed URL (bareUrl()).
//!
//! Where the file cannot be used (locked, full, read-only, of a newer program) that is said once and the rest of the
//! run is kept in memory; a damaged file is set aside under another name, never deleted. GUI thread.
class LocalStore final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LocalStore)
public:
    //! Empty \a file: in memory only.
    explicit LocalStore(const QString& file, QObject* parent = nullptr);
    ~LocalStore() override; //!< what was written before is on disk then, or its failure was told

    [[nodiscard]] static QString defaultFile(); //!< in the folder for the program's data

    //! This account's data never reach the file (the demo's, the environment's).
    void keepInMemory(const QString& account);

    //! \a work runs in the store's thread and must hold no reference to anything of another thread. Its failure rolls
    //! back what it has done.
    template <typename T>
    CallHandle ask(const QString& account, std::function<Result<T>(LocalDb&)> work, QObject* context,
        std::function<void(Result<T>)> callback)
    {
        const auto answer = Delivery<Result<T>>::to(context, std::move(callback));
        post(account, [answer, work = std::move(work)](Access& access) {
            Result<T> result = fail(Error { .kind = ErrorKind::Cancelled });
            if (!answer->isOpen())
                return;
            const auto done = access.transact([&](LocalDb& db) -> Result<void> {
                result = work(db);
                return result ? Result<void> {} : Result<void>(fail(result.error()));
            });
            if (!done)
                result = fail(done.error());
            answer->deliver(std::move(result));
        });
        return CallHandle([answer] { answer->cancel(); });
    }

    using Change = std::function<Result<void>(LocalDb&)>;
    using Done = std::function<void(Result<void>)>;
    //! As ask(), for a change: it is made even if the context is gone by then. \a done says that it survives the end
    //! of this process.
    void write(const QString& account, Change change, QObject* context = nullptr, Done done = {});
    //! Deletes all that is known for that account.
    void forget(const QString& account, QObject* context = nullptr, Done done = {});

    //! Why the file is not used, or was set aside; once found it stays for the life of this object.
    [[nodiscard]] const std::optional<Error>& problem() const { return m_problem; }

Q_SIGNALS:
    void problemFound(const proofreel::Error& problem); //!< at most once

private:
    class Worker;
    //! What a job may do in the store's thread.
    class Access {
    public:
        virtual ~Access() = default;
        virtual Result<void> transact(const Change& change) = 0;
    };
    void post(const QString& account, std::function<void(Access&)> job);

    std::unique_ptr<QThread> m_thread;
    Worker* m_worker = nullptr; //!< lives in the thread
    std::optional<Error> m_problem;
};

} // namespace proofreel
