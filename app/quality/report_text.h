// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/asset_result.h"

#include <QCoreApplication>

namespace proofreel {

//! What people read in a report; the context of its translations.
struct ReportText {
    Q_DECLARE_TR_FUNCTIONS(Report)
public:
    [[nodiscard]] static QString severity(Severity severity); //!< translated
    //! Text of others for a report: secrets removed (signed URLs), control characters and direction signs too.
    [[nodiscard]] static QString safe(const QString& text);
    [[nodiscard]] static QString title(const AssetSheet& sheet); //!< its MediaId where it has none; not safe()
    //! A rendition's label, the second of a kind as "HD mp4 (2)"; the ladder's for an empty key.
    [[nodiscard]] static QString streamLabel(const AssetSheet& sheet, const QString& key);
    [[nodiscard]] static QString time(double ms); //!< "1:02:03.456", "2:03.456"
    //! "expected 5 s, found 4 s"; empty if the message says so.
    [[nodiscard]] static QString values(const Finding& finding);
};

//! The findings of one rule on one rendition (empty key: the ladder); the whole of what was judged, found or not.
struct JudgedCell {
    QString stream, rule;
    QList<Finding> findings;
};
[[nodiscard]] QList<JudgedCell> judgedCells(const AssetResult& result);

} // namespace proofreel
