// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/call.h"
#include "core/result.h"
#include "ims/credentials.h"

#include <QObject>

#include <functional>

namespace proofreel {

//! Where secrets are kept: the OS keychain, or this process's memory. Never a file. A seam for tests.
//! Never blocks. Callbacks run from the event loop, never within the call; store and contexts live in one thread.
class CredentialStore : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CredentialStore)
public:
    using QObject::QObject;
    ~CredentialStore() override;

    using ReadCallback = std::function<void(Result<Credentials>)>; //!< NotFound if there is none for that id
    using DoneCallback = std::function<void(Result<void>)>;

    virtual CallHandle read(const QString& profileId, QObject* context, ReadCallback callback) = 0;
    virtual CallHandle write(
        const QString& profileId, const Credentials& credentials, QObject* context, DoneCallback callback) = 0;
    //! Succeeds as well if there is nothing to remove.
    virtual CallHandle remove(const QString& profileId, QObject* context, DoneCallback callback) = 0;
    //! For people: "the system keychain (Secret Service)", "this run's memory".
    [[nodiscard]] virtual QString description() const = 0;
};

//! Runs \a run from the context's event loop unless the handle is aborted or the context is gone before.
CallHandle callLater(QObject* context, std::function<void()> run);

} // namespace proofreel
