// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/facts.h"

#include <QVariant>

namespace proofreel {

//! One row of a ledger.
struct FactField {
    QString id; //!< "video.frameRate": path in the JSON of `probe`
    QString title; //!< translated
    QString unit; //!< of value: "kbit/s", "fps", "ms", "bytes"…; empty: none
    QVariant value; //!< QString, qint64, double, bool; invalid: this side does not know it
    QString text; //!< value with its unit, for a person; empty where the value is invalid
};

//! Always the same fields in the same order, so that sides can be laid beside each other: of the file, of the picture,
//! of the first sound, then how many sounds there are and the languages of the subtitles.
[[nodiscard]] QList<FactField> factFields(const MediaFacts& facts);

} // namespace proofreel
