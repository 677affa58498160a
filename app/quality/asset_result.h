// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/judge.h"

#include <QByteArray>
#include <QHash>

namespace proofreel {

//! A checked asset: what was measured, and what the rules say of it.
struct AssetResult {
    AssetSheet sheet;
    Judgement judgement;
    //! JPEG, by thumbnailKey(); evidence for reports, together at most kMostPictureBytes.
    QHash<QString, QByteArray> thumbnails;
    static constexpr qsizetype kMostPictureBytes = 512 * 1024; //!< a dozen small ones are a quarter of it

    //! Why the verdict is Error: of the asset, or of its first rendition that could not be measured.
    [[nodiscard]] std::optional<Error> trouble() const
    {
        if (judgement.verdict != Verdict::Error || sheet.error)
            return sheet.error;
        for (const StreamSheet& stream : sheet.streams) {
            if (stream.container && !*stream.container)
                return stream.container->error();
            if (stream.decoded && !*stream.decoded)
                return stream.decoded->error();
            if (stream.hls && stream.hls->unanswered)
                return stream.hls->unanswered;
        }
        return Error { .kind = ErrorKind::Media };
    }

    //! Of the picture that belongs to a finding with a time.
    [[nodiscard]] static QString thumbnailKey(const Finding& finding)
    {
        return finding.stream + u'@' + QString::number(qRound64(finding.atMs.value_or(0)));
    }
};

} // namespace proofreel
