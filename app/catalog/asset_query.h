// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "ims/queries.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace proofreel {

//! One question to the service, without the token of a page.
using AssetQuestion = std::variant<MediaListQuery, SearchQuery>;

//! What a person wants to see of the library. Empty fields leave nothing out.
struct AssetQuery {
    QStringList words; //!< each must occur in title, description or tags; may hold spaces
    QStringList tags; //!< each must be one of the asset's tags
    std::optional<qint64> cateId; //!< that category alone, without those below it
    QString mediaId;
    QString mediaType; //!< video, audio, image, text
    QString status; //!< Init, Preparing, PrepareFail, Normal
    QString source; //!< oss, vod, live, general; not together with anything that only a search can find
    QDateTime from, until; //!< creation time: from inclusive, until exclusive; invalid: open
    QString match; //!< an expression of SearchMedia as typed; then all else but the order is left out
    bool oldestFirst = false;

    //! True if only SearchMedia can answer: ListMediaBasicInfos knows no words, tags or categories.
    [[nodiscard]] bool needsSearch() const;
    [[nodiscard]] bool isNarrowing() const; //!< leaves anything out
    //! The questions whose answers, one after the other, are the list: without a type video and audio come first, then
    //! images, then texts.
    //! InvalidRequest for what cannot be asked.
    [[nodiscard]] Result<QList<AssetQuestion>> questions() const;
    //! The expression that questions() sends (of the first question), for a person to see; empty if none is sent.
    [[nodiscard]] QString matchText() const;
    //! The same for the same question: for keeping lists. Not for people.
    [[nodiscard]] QString key() const;

    bool operator==(const AssetQuery&) const = default;
};

} // namespace proofreel
