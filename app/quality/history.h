// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/asset_result.h"

#include <QByteArray>
#include <QStringList>

namespace proofreel {

//! What is remembered of a rendition from check to check: no links, nothing that is large.
struct PastStream {
    QString definition, format, narrowBand; //!< which step it is: a new transcoding has a new key
    QString key, hdr, videoCodec, audioCodec, encryption;
    std::optional<qint64> width, height, sizeBytes;
    std::optional<double> durationMs, bitrateKbps, frameRate;
    std::optional<int> bitDepth, channels, sampleRate;
    QStringList rules; //!< that found something of a warning or worse

    [[nodiscard]] QString label() const; //!< "HD mp4"
    bool operator==(const PastStream&) const = default;
};

struct PastCheck {
    QDateTime at; //!< UTC
    Verdict verdict = Verdict::Pass;
    QList<PastStream> streams;

    bool operator==(const PastCheck&) const = default;
};

//! As the file shows it, or as declared where that was not measured.
[[nodiscard]] PastCheck pastCheck(const AssetResult& result, const QDateTime& at);

//! For keeping (catalog's check_table): compressed, without the time.
[[nodiscard]] QByteArray packCheck(const PastCheck& check);
//! nullopt for anything that packCheck() has not made.
[[nodiscard]] std::optional<PastCheck> unpackCheck(const QByteArray& packed, const QDateTime& at);

//! What is different, a sentence each: "HD mp4 lost HDR10.", "4K mp4 is 0.48 s shorter." Translated; at most 200.
[[nodiscard]] QStringList changesSince(const PastCheck& before, const PastCheck& now);

} // namespace proofreel
