// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/rule.h"

namespace proofreel {

//! One breach of a rule, with its evidence.
struct Finding {
    QString rule;
    Severity severity = Severity::Warning;
    QString stream; //!< StreamKey's text; empty: of the asset or its whole ladder
    QString field; //!< "Bitrate", "video.frameRate": what was compared; may be empty
    QString declared, measured; //!< with units; declared: also what the container says, or what a rule expects
    std::optional<double> atMs; //!< where to look
    QString message; //!< a sentence; translated; holds no secret

    bool operator==(const Finding&) const = default;
};

enum class Verdict { Pass, Warn, Fail, Error }; //!< Error: could not be checked
[[nodiscard]] QString verdictName(Verdict verdict); //!< "pass", "warn", "fail", "error": not translated

} // namespace proofreel
