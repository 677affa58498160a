// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/asset_result.h"

#include <QByteArray>
#include <QSet>
#include <QStringList>

#include <utility>

namespace proofreel {

//! What one side says of a rendition, as far as it is remembered; what it does not know is absent.
struct PastFacts {
    QString hdr; //!< "SDR" where known not to be HDR
    QString videoCodec, audioCodec, encryption;
    std::optional<qint64> width, height, sizeBytes;
    std::optional<double> durationMs, bitrateKbps, frameRate;
    std::optional<int> bitDepth, channels, sampleRate;

    bool operator==(const PastFacts&) const = default;
};

//! Which rules were judged, and which of them found something of a warning or worse.
struct PastRules {
    QStringList judged, found;

    bool operator==(const PastRules&) const = default;
};

//! What is remembered of a rendition from check to check: no links, nothing that is large.
struct PastStream {
    QString definition, format, narrowBand; //!< which step it is: a new transcoding has a new key
    QString key;
    PastFacts declared;
    std::optional<PastFacts> measured; //!< by its headers
    PastRules rules;

    [[nodiscard]] QString label() const; //!< "HD mp4"
    bool operator==(const PastStream&) const = default;
};

struct PastCheck {
    QDateTime at; //!< UTC
    Verdict verdict = Verdict::Pass;
    bool deep = false;
    QString policy; //!< policyMark(); empty: not known
    QList<PastStream> streams;
    PastRules ladder;

    bool operator==(const PastCheck&) const = default;
};

//! Short and the same for policies that say the same: to tell whether two checks were judged alike.
[[nodiscard]] QString policyMark(const Policy& policy);

[[nodiscard]] PastCheck pastCheck(const AssetResult& result, const QDateTime& at, const QString& policyMark);

//! For keeping (catalog's check_table): compressed, without the time. The same check gives the same bytes.
[[nodiscard]] QByteArray packCheck(const PastCheck& check);
//! nullopt for anything that packCheck() has not made.
[[nodiscard]] std::optional<PastCheck> unpackCheck(const QByteArray& packed, const QDateTime& at);

//! What is different between two checks of an asset: clauses without a full stop, translated. At most 200 in all.
struct CheckChanges {
    QStringList facts; //!< "HD mp4 lost HDR10", "4K mp4 is 0.48 s shorter", "SD mp4 is gone"
    QStringList found; //!< "HD mp4 breaks “Index before the media” now"
    QStringList fixed; //!< "HD mp4 no longer breaks “Index before the media”"
    QSet<std::pair<QString, QString>> newFindings; //!< rendition of now (key; empty: the ladder) and rule; of found
    bool otherPolicy = false; //!< findings are not compared: they may differ because the policy does

    [[nodiscard]] bool isEmpty() const { return facts.isEmpty() && found.isEmpty() && fixed.isEmpty(); }
    [[nodiscard]] QStringList all() const { return facts + found + fixed; }
};

//! Compares like with like: what both have measured, else what the service declared both times; rules that were judged
//! both times. What one of the checks does not know is no change.
[[nodiscard]] CheckChanges changesSince(const PastCheck& before, const PastCheck& now);

} // namespace proofreel
