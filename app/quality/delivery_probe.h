// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "ims/types.h"
#include "media/ranged_reader.h"
#include "quality/delivery_facts.h"

namespace proofreel {

//! How the server hands out what PlayURL names: one byte is asked for with an Origin, each redirect looked at; what the
//! first reply of \a reader already shows is not asked again. Then whether FileURL answers without its query. In a
//! worker thread. Error: Cancelled; all else is a fact.
[[nodiscard]] Result<DeliveryFacts> probeDelivery(
    RangedReader& reader, const PlayInfo& info, Http& http, std::stop_token stop, TransferStats& stats);

} // namespace proofreel
