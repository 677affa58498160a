// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace proofreel {

//! What may be written to settings about an account: nothing secret.
struct Profile {
    QString id; //!< random, stable over renames; names the keychain item
    QString name; //!< chosen by the person, unique without regard to case
    QString region; //!< e.g. "cn-shanghai"; ignored when endpoint is set
    QString endpoint; //!< explicit URL or empty
    QString accessKeyIdHint; //!< masked, for display only

    bool operator==(const Profile&) const = default;
};

} // namespace proofreel
