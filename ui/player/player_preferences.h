// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QSettings;

namespace proofreel {

class Player;

//! Volume, mute and speed are the person's, not the stream's: put back into a new player and remembered when changed.
void restorePreferences(Player& player, QSettings& settings);
//! What restorePreferences() will set: for controls that are shown before there is a player.
[[nodiscard]] double rememberedVolume(const QSettings& settings);
[[nodiscard]] bool rememberedMute(const QSettings& settings);
void rememberPreferences(const Player& player, QSettings& settings);

} // namespace proofreel
