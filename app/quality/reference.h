// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "ims/types.h"

#include <QUrl>

#include <optional>

namespace proofreel {

//! What a deep check compares pictures with (PSNR, SSIM), as a person chose it.
struct Reference {
    enum class Kind {
        None,
        Original, //!< the rendition with Definition OD of the same asset
        Source, //!< the asset's source file, by GetMediaInfo
        Location, //!< one file for all
    };
    Kind kind = Kind::None;
    QUrl location; //!< of Location: http, https or a file of this PC

    //! "none", "original", "source", a URL, or a file's path, which may be relative. InvalidRequest where it is none
    //! of these, or there is no such file.
    [[nodiscard]] static Result<Reference> parse(const QString& text);
    //! What parse() reads back. May hold a signature.
    [[nodiscard]] QString text() const;
    //! What stays the same when a link is signed anew: for a journal. Empty: None.
    [[nodiscard]] QString identity() const;
    [[nodiscard]] QString title() const; //!< for people, without a signature
};

//! Where the reference of one rendition is, or why there is none.
struct FoundReference {
    QUrl url; //!< empty: none
    QString title; //!< what it is, for people
    QString trouble; //!< empty where none is needed: the original is compared with nothing
};

//! The original among the renditions of an asset, for the one at \a index: of the same dynamic range if there is one.
[[nodiscard]] FoundReference originalFor(const QList<PlayInfo>& renditions, qsizetype index);
//! The source file of an asset.
[[nodiscard]] FoundReference sourceIn(const Result<MediaInfoReply>& reply);

} // namespace proofreel
