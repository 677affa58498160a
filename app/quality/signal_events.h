// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/signal_facts.h"

#include <QStringList>

namespace proofreel {

//! Something in a rendition that one wants to look at or listen to.
struct SignalEvent {
    enum class Kind { Black, Freeze, Silence, Clipping, DecodeFault };
    Kind kind = Kind::Black;
    TimeSpan span; //!< of no length: a moment
    QString text; //!< of a fault: the decoder's own words

    [[nodiscard]] double endMs() const { return span.startMs + span.durationMs; }
};

//! All events of a rendition, by when they begin.
[[nodiscard]] QList<SignalEvent> signalEvents(const SignalFacts& signal);
[[nodiscard]] QString signalEventName(SignalEvent::Kind kind); //!< "black", "frozen"; translated
//! "black, 0:02.500, 3 s"; translated.
[[nodiscard]] QString signalEventText(const SignalEvent& event);

//! What the curves say at \a ms, with units, then the names of the events under way: "1,204 kbit/s",
//! "-17.2 LUFS", "luminance 26 %", "black"; translated. What was not measured there is left out.
[[nodiscard]] QStringList signalAt(const SignalFacts& signal, double ms);

} // namespace proofreel
