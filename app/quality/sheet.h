// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "ims/types.h"
#include "media/ranged_reader.h"
#include "quality/delivery_facts.h"
#include "quality/facts.h"
#include "quality/signal_facts.h"

#include <QDateTime>

namespace proofreel {

//! All that was found out of one rendition. What is absent was not measured; what failed says why.
struct StreamSheet {
    QString key; //!< StreamKey's text
    QString label; //!< for a person: "HD mp4 HDR10"
    PlayInfo info;
    MediaFacts declared; //!< info in the common shape
    std::optional<DeliveryFacts> delivery;
    std::optional<HlsFacts> hls; //!< of a playlist
    std::optional<Result<MediaFacts>> container;
    std::optional<Result<DecodedFacts>> decoded;
    TransferStats transfer;
    qint64 elapsedMs = 0;
};

//! All that was found out of one asset: what rules judge. Judging it again under another policy costs nothing.
struct AssetSheet {
    QString mediaId;
    MediaBase media;
    QDateTime requestedAt; //!< UTC, the service's clock: when the links were asked for
    std::optional<qint64> authTimeout; //!< seconds, if one was asked for
    QList<StreamSheet> streams; //!< in the order of PlayInfoList
    std::optional<Error> error; //!< the asset itself could not be asked for
};

//! What PlayInfo says, in the common shape.
[[nodiscard]] MediaFacts declaredFacts(const PlayInfo& info);

} // namespace proofreel
