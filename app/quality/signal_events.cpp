// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/signal_events.h"

#include "quality/check_mark.h"
#include "quality/quantity.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr double kWidestGap = 10'000; // ms; a point farther away says nothing
constexpr double kMoment = 100; // ms that an event without a length counts as: as long as a point of a curve

const char* const kLuminance = QT_TRANSLATE_NOOP("SignalEvent", "luminance %1");

//! The value of the point that is nearest to \a ms.
std::optional<double> valueAt(const QList<QPointF>& points, double ms)
{
    const auto after = std::lower_bound(
        points.cbegin(), points.cend(), ms, [](const QPointF& point, double at) { return point.x() < at; });
    const QPointF* nearest = after == points.cend() ? nullptr : &*after;
    if (after != points.cbegin()) {
        const QPointF* before = &*std::prev(after);
        if (!nearest || ms - before->x() <= nearest->x() - ms)
            nearest = before;
    }
    if (!nearest || std::abs(nearest->x() - ms) > kWidestGap)
        return std::nullopt;
    return nearest->y();
}

} // namespace

QList<SignalEvent> signalEvents(const SignalFacts& signal)
{
    using Kind = SignalEvent::Kind;
    QList<SignalEvent> events;
    const auto add = [&events](Kind kind, const QList<TimeSpan>& spans) {
        for (const TimeSpan& span : spans)
            events.append({ kind, span, {} });
    };
    add(Kind::Black, signal.black);
    add(Kind::Freeze, signal.freeze);
    add(Kind::Silence, signal.silence);
    add(Kind::Clipping, signal.clipping);
    for (const DecodeFault& fault : signal.faults)
        events.append({ Kind::DecodeFault, { fault.atMs, 0 }, fault.text });
    std::stable_sort(events.begin(), events.end(),
        [](const SignalEvent& one, const SignalEvent& two) { return one.span.startMs < two.span.startMs; });
    return events;
}

QString signalEventName(SignalEvent::Kind kind)
{
    const auto say = [](const char* text) { return QCoreApplication::translate("SignalEvent", text); };
    switch (kind) {
    case SignalEvent::Kind::Black:
        return say(QT_TRANSLATE_NOOP("SignalEvent", "black"));
    case SignalEvent::Kind::Freeze:
        return say(QT_TRANSLATE_NOOP("SignalEvent", "frozen"));
    case SignalEvent::Kind::Silence:
        return say(QT_TRANSLATE_NOOP("SignalEvent", "silence"));
    case SignalEvent::Kind::Clipping:
        return say(QT_TRANSLATE_NOOP("SignalEvent", "clipping"));
    case SignalEvent::Kind::DecodeFault:
        break;
    }
    return say(QT_TRANSLATE_NOOP("SignalEvent", "decode error"));
}

QString signalEventText(const SignalEvent& event)
{
    QStringList parts { signalEventName(event.kind), momentText(event.span.startMs) };
    if (event.span.durationMs > 0)
        parts.append(msText(event.span.durationMs));
    if (!event.text.isEmpty())
        parts.append(event.text);
    return parts.join(u", "_s);
}

QStringList signalAt(const SignalFacts& signal, double ms)
{
    QStringList parts;
    if (const auto kbps = valueAt(signal.bitrateKbps, ms))
        parts.append(numberText(*kbps) + u" kbit/s"_s);
    if (const auto lufs = valueAt(signal.loudnessLufs, ms))
        parts.append(numberText(*lufs, 1) + u" LUFS"_s);
    if (const auto luminance = valueAt(signal.luminance, ms))
        parts.append(QCoreApplication::translate("SignalEvent", kLuminance).arg(percentText(*luminance * 100)));
    for (const SignalEvent& event : signalEvents(signal)) {
        const QString name = signalEventName(event.kind);
        const double end = std::max(event.endMs(), event.span.startMs + kMoment);
        if (event.span.startMs <= ms && ms < end && !parts.contains(name))
            parts.append(name);
    }
    return parts;
}

} // namespace proofreel
