// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/catalog.h"
#include "sandbox/match_expression.h"

namespace proofreel::sandbox {

//! Every field of an asset that Match can ask for.
[[nodiscard]] SearchDocument searchDocument(const Catalog& catalog, qint64 index);

//! The assets that match, newest first: the same as asking the expression about each searchDocument(), but made for a
//! million of them. What depends on an asset's model, phrase, tag and status only is decided once for all that share
//! these; a title is compared without being made. Without mediaType in the expression only video is searched.
[[nodiscard]] QList<quint32> scan(const Catalog& catalog, const MatchExpression& expression);

} // namespace proofreel::sandbox
