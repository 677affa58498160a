// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDebug>
#include <QString>

namespace proofreel {

//! An AccessKey pair and, for temporary (STS) credentials, its token. Prints masked.
struct Credentials {
    QString accessKeyId;
    QString accessKeySecret;
    QString securityToken; //!< empty for a permanent key

    [[nodiscard]] bool isEmpty() const { return accessKeyId.isEmpty() || accessKeySecret.isEmpty(); }
    bool operator==(const Credentials&) const = default;
};

QDebug operator<<(QDebug debug, const Credentials& credentials);

} // namespace proofreel
