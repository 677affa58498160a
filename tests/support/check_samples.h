// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/judge.h"

namespace proofreel::samples {

//! Two renditions, the second of which was decoded; "a" has a wrong size and bitrate, "b" is black at 2.5 s, and the
//! ladder lacks a step.
inline AssetSheet checkedSheet()
{
    AssetSheet sheet;
    sheet.mediaId = QStringLiteral("86434e15");
    for (const auto& [key, label] : { std::pair("a", "HD mp4"), std::pair("b", "SD m3u8") }) {
        StreamSheet stream;
        stream.key = QString::fromLatin1(key);
        stream.label = QString::fromLatin1(label);
        stream.info.definition = stream.label.section(QLatin1Char(' '), 0, 0);
        sheet.streams.prepend(stream); // worst first, as the service may
    }
    sheet.streams[0].decoded = DecodedFacts();
    return sheet;
}

inline Finding finding(const char* rule, Severity severity, const char* stream, const char* message)
{
    Finding made;
    made.rule = QString::fromLatin1(rule);
    made.severity = severity;
    made.stream = QString::fromLatin1(stream);
    made.message = QString::fromLatin1(message);
    return made;
}

inline Judgement judgementOfSheet()
{
    Judgement judgement;
    judgement.verdict = Verdict::Fail;
    Finding size = finding("container.size", Severity::Error, "a", "The file has 9 B.");
    size.declared = QStringLiteral("8 B");
    size.measured = QStringLiteral("9 B");
    Finding black = finding("signal.black", Severity::Warning, "b", "Black for 3 s.");
    black.atMs = 2500;
    judgement.findings = { finding("container.bitrate", Severity::Warning, "a", "The file has 20 kbit/s."), size, black,
        finding("ladder.missing-step", Severity::Error, "", "4K is not there.") };
    for (const char* key : { "a", "b" })
        judgement.judged.insert(QString::fromLatin1(key),
            { QStringLiteral("container.size"), QStringLiteral("container.bitrate"),
                QStringLiteral("delivery.range") });
    judgement.judged[QStringLiteral("b")].append(QStringLiteral("signal.black"));
    judgement.judged.insert(QString(), { QStringLiteral("ladder.missing-step"), QStringLiteral("ladder.duration") });
    return judgement;
}

} // namespace proofreel::samples
