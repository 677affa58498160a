// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QFileDevice>

namespace proofreel {

//! Writes all of \a bytes; false where that fails, and then \a file's errorString() tells why. Blocks on the disk.
//! A disk that gets full takes a part first: Qt reports that as no error, and QSaveFile::commit() keeps such a file.
//! \a file is open with Unbuffered: commit() and close() forget what the last flush of a buffer was refused.
[[nodiscard]] bool writeWhole(QFileDevice& file, const QByteArray& bytes);

} // namespace proofreel
