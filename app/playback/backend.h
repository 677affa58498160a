// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QMediaPlayer>
#include <QString>
#include <QStringList>

namespace proofreel {

//! Chooses the media backend of the process and readies the environment for it; see Player::chooseBackend().
//! Later calls give the first answer again.
[[nodiscard]] Result<QString> chooseMediaBackend();

//! The backend in use is GStreamer (after chooseMediaBackend()).
[[nodiscard]] bool isGStreamer();

//! The backend complains, and plays all the same: FFmpeg (Qt 6.8) cannot seek to the start of an HLS stream, says
//! "Failed to seek" and shows its first frame a moment later. \a opening: no frame has come yet. Where none comes at
//! all, the player's patience with an opening decides.
[[nodiscard]] bool isPassingComplaint(QMediaPlayer::Error error, const QString& text, bool opening);

//! Debian packages whose GStreamer elements are missing; empty: all there. \a folders are searched for plugin files,
//! in the way that GStreamer itself looks for them.
[[nodiscard]] QStringList missingGStreamerPackages(const QStringList& folders);
//! Where GStreamer looks for plugins on this machine.
[[nodiscard]] QStringList gstreamerPluginFolders();

} // namespace proofreel
