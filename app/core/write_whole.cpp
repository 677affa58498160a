// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/write_whole.h"

namespace proofreel {

bool writeWhole(QFileDevice& file, const QByteArray& bytes)
{
    Q_ASSERT(file.openMode() & QIODevice::Unbuffered);
    for (qsizetype at = 0; at < bytes.size();) {
        const qint64 written = file.write(bytes.constData() + at, bytes.size() - at);
        if (written <= 0)
            return false;
        at += qsizetype(written);
    }
    return true;
}

} // namespace proofreel
