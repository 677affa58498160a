// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "ims/queries.h"

#include <QString>
#include <QUrl>

#include <optional>
#include <variant>

namespace proofreel {

//! A place in an asset, as colleagues send it to each other:
//! proofreel://asset/<MediaId>?stream=<StreamKey>&t=<seconds>. Carries no secret; whoever follows it needs an account
//! of their own. A link opens, and never changes anything.
struct AssetLink {
    QString mediaId;
    QString streamKey {}; //!< StreamKey as text; may be empty
    std::optional<double> seconds {}; //!< 0 to 10 days

    bool operator==(const AssetLink&) const = default;
};

//! What a person typed, pasted, dropped or named on the command line: an asset to ask for, a stream to play at once
//! (http or https, with a host), or a link to a place in an asset.
using OpenTarget = std::variant<PlayInfoQuery, QUrl, AssetLink>;

//! A MediaId, an InputURL (oss://, vod://, or an unsigned http(s) URL of an OSS bucket), a PlayURL (any other
//! http(s) URL) or a link. InvalidRequest, with what can be opened, for everything else. Takes the first word of
//! several.
[[nodiscard]] Result<OpenTarget> parseOpenTarget(const QString& text);
//! InvalidRequest for anything but http and https with a host.
[[nodiscard]] Result<QUrl> parsePlayUrl(const QString& text);

//! For "Copy link". A \a streamKey or time that a link cannot carry is left out.
[[nodiscard]] QString assetLink(
    const QString& mediaId, const QString& streamKey = {}, std::optional<double> seconds = std::nullopt);

[[nodiscard]] QString mediaIdOf(const OpenTarget& target); //!< empty for a URL

//! Says which one it is: the same for the same asset or URL. Holds no secret, so it may be written to disk.
[[nodiscard]] QString targetId(const OpenTarget& target);

} // namespace proofreel
