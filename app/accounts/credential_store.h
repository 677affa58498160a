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
//! Never blocks; callbacks run in the context's thread.
class CredentialStore : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    using ReadCallback = std::function<void(Result<Credentials>)>; //!< NotFound if there is none for that id
    using DoneCallback = std::function<void(Result<void>)>;

    virtual CallHandle read(const QString& profileId, QObject* context, ReadCallback callback) = 0;
    virtual CallHandle write(const QString& profileId, const Credentials& credentials, QObject* context, DoneCallback callback) = 0;
    virtual CallHandle remove(const QString& profileId, QObject* context, DoneCallback callback) = 0;
    //! For people: "GNOME Keyring / Secret Service", "this run's memory only".
    [[nodiscard]] virtual QString description() const = 0;
};

} // namespace proofreel
