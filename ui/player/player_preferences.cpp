// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/player_preferences.h"

#include "playback/player.h"

#include <QSettings>

namespace proofreel {

namespace {

constexpr QLatin1StringView kVolume("player/volume");
constexpr QLatin1StringView kMuted("player/muted");
constexpr QLatin1StringView kRate("player/rate");

double bounded(const QSettings& settings, QLatin1StringView key, double low, double high, double fallback)
{
    bool ok = false;
    const double value = settings.value(key, fallback).toDouble(&ok);
    return ok && value >= low && value <= high ? value : fallback;
}

} // namespace

double rememberedVolume(const QSettings& settings)
{
    return bounded(settings, kVolume, 0.0, 1.0, 0.8);
}

bool rememberedMute(const QSettings& settings)
{
    return settings.value(kMuted, false).toBool();
}

void restorePreferences(Player& player, QSettings& settings)
{
    player.setVolume(rememberedVolume(settings));
    player.setMuted(rememberedMute(settings));
    player.setRate(bounded(settings, kRate, 0.25, 4.0, 1.0));
}

void rememberPreferences(const Player& player, QSettings& settings)
{
    settings.setValue(kVolume, player.volume());
    settings.setValue(kMuted, player.isMuted());
    settings.setValue(kRate, player.rate());
}

} // namespace proofreel
