// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ims/types.h"

#include <QString>
#include <QStringList>

namespace proofreel {

//! Whether and why a stream can be played here.
enum class Playability {
    Playable,
    AliyunVodEncrypted,
    Invisible,
    NoUrl,
    BadScheme,
    Saved, //!< of a saved reply: its URL is not there any more
};

//! AliyunVoDEncryption counts unless Encrypt says 0: the API page's own sample has the type with Encrypt 0.
[[nodiscard]] Playability playabilityOf(const PlayInfo& info);
//! Why it is not played and what to do, in one or two sentences; empty for Playable. Translated.
[[nodiscard]] QString playabilityText(Playability playability);
//! "Saved 2 h ago; no network.", and what to do. Translated.
[[nodiscard]] QString savedText(const QDateTime& savedAt, const QDateTime& now);
//! Declarations that contradict each other or the API page (undocumented values), one line each. Translated.
[[nodiscard]] QStringList streamOddities(const PlayInfo& info);

} // namespace proofreel
