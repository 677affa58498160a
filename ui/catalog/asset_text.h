// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/theme.h"

#include <QDateTime>
#include <QHash>
#include <QModelIndex>
#include <QString>

namespace proofreel {

//! "0:42", "12:07", "1:02:03"; empty for what is not a duration.
[[nodiscard]] QString durationText(double seconds);

//! "5 min ago", "2 h ago", "3 days ago".
[[nodiscard]] QString agoText(const QDateTime& time);

//! The second line of an asset in the library, with the icon and the tone that its state asks for.
struct AssetFacts {
    QString text;
    QString iconName; //!< empty: none
    Theme::Tone tone = Theme::Tone::Secondary;
};
[[nodiscard]] AssetFacts assetFacts(const QModelIndex& asset);
using AssetNotes = QHash<QString, AssetFacts>; //!< what stands in place of an asset's facts, by MediaId
//! One line that is fit for painting (one_line.h); the MediaId where a title would show nothing.
[[nodiscard]] QString assetTitle(const QModelIndex& asset);
//! "Video", "Audio"; what is not known stays as it came.
[[nodiscard]] QString mediaTypeText(const QString& mediaType);
//! The icon of a media type: "film", "music", "image".
[[nodiscard]] QString mediaTypeIcon(const QString& mediaType);

} // namespace proofreel
