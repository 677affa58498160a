// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QImage>
#include <QVideoFrame>

#include <functional>

class QObject;

namespace proofreel {

//! Whole or not at all: what was there before stays where the disk is full. Io. Blocks on the disk.
[[nodiscard]] Result<QString> writePng(const QImage& image, const QString& path);
//! Writes the decoded frame, in its own size, as PNG. In a thread of its own; the callback runs in the context's
//! thread.
void saveScreenshot(
    const QVideoFrame& frame, const QString& path, QObject* context, std::function<void(Result<QString>)> callback);
//! "City night drive 00-00-07-12.png": a name that any file system takes.
[[nodiscard]] QString screenshotName(const QString& title, const QString& timecode);

} // namespace proofreel
