// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/judge.h"

namespace proofreel {

//! What is known of one thing that a check looks at; the later, the more it wants to be seen.
enum class CheckMark {
    None, //!< not asked of it
    NotMeasured, //!< would be, after a deep check
    Pass,
    Info,
    Warning,
    Fail,
};

[[nodiscard]] CheckMark markOf(Severity severity);
//! "✓", "⚠", "✕": never colour alone. "–" for None, "…" for NotMeasured.
[[nodiscard]] QString markSign(CheckMark mark);
[[nodiscard]] QString markText(CheckMark mark); //!< in words, translated
[[nodiscard]] QString verdictText(Verdict verdict); //!< "Passed with warnings"; translated; everywhere the same
[[nodiscard]] CheckMark verdictMark(Verdict verdict); //!< Fail also for Error
//! Of one rendition (by key; empty: the ladder): its worst finding, Pass if it has none and was judged, else None.
[[nodiscard]] CheckMark streamMark(const Judgement& judgement, const QString& key);
[[nodiscard]] QString verdictClause(Verdict verdict); //!< the same inside a sentence: "passed with warnings"
//! Where to look, as people say it: "0:12.480". Translated; empty for nullopt.
[[nodiscard]] QString momentText(std::optional<double> atMs);
//! When a check was: "12 Nov 14:03", with the year where it is another. Translated, local time.
[[nodiscard]] QString checkTimeText(const QDateTime& at);

} // namespace proofreel
