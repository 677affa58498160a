// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/report_text.h"

namespace proofreel {

//! Pieces of text in an HTML report; all escaped.
struct HtmlText {
    [[nodiscard]] static QString safe(const QString& text); //!< ReportText::safe(), escaped
    //! "✕" with its class, which gives it a colour, and its name for those who hear it. Off: passed.
    [[nodiscard]] static QString sign(Severity severity);
    [[nodiscard]] static QString more(qint64 count); //!< a paragraph "and 5 more"; empty from 0 down
};

} // namespace proofreel
