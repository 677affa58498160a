// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/credentials.h"

#include "core/redaction.h"

using namespace Qt::StringLiterals;

namespace proofreel {

QDebug operator<<(QDebug debug, const Credentials& credentials)
{
    const QDebugStateSaver saver(debug);
    debug.noquote().nospace() << "AccessKey(" << maskKeyId(credentials.accessKeyId)
                              << (credentials.securityToken.isEmpty() ? ")" : ", with token)");
    return debug;
}

} // namespace proofreel
