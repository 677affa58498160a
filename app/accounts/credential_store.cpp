// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/credential_store.h"

#include <memory>
#include <utility>

namespace proofreel {

CredentialStore::~CredentialStore() = default;

CallHandle callLater(QObject* context, std::function<void()> run)
{
    const auto alive = std::make_shared<bool>(true);
    QMetaObject::invokeMethod(
        context,
        [alive, run = std::move(run)] {
            if (*alive)
                run();
        },
        Qt::QueuedConnection);
    return CallHandle([alive] { *alive = false; });
}

} // namespace proofreel
