// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/theme.h"

#include <QModelIndex>
#include <QString>

namespace proofreel {

//! "0:42", "12:07", "1:02:03"; empty for what is not a duration.
[[nodiscard]] QString durationText(double seconds);

//! The second line of an asset in the library, with the icon and the tone that its state asks for.
struct AssetFacts {
    QString text;
    QString iconName; //!< empty: none
    Theme::Tone tone = Theme::Tone::Secondary;
};
//! \a withDuration: where the cover has no room for a badge.
[[nodiscard]] AssetFacts assetFacts(const QModelIndex& asset, bool withDuration);
//! One line, without control characters, at most 300 characters: fit for painting.
[[nodiscard]] QString assetTitle(const QModelIndex& asset);
//! "Video", "Audio"; what is not known stays as it came.
[[nodiscard]] QString mediaTypeText(const QString& mediaType);
//! The icon of a media type: "film", "music", "image".
[[nodiscard]] QString mediaTypeIcon(const QString& mediaType);

} // namespace proofreel
