// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is seen and heard.

#include "media/reply_trouble.h"
#include "quality/docket.h"
#include "quality/quantity.h"
#include "quality/sheet_view.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr int kMostSpans = 20; // of one kind; a defect that comes a thousand times is one defect

void spans(const StreamSheet& stream, QLatin1StringView rule, const QList<TimeSpan>& list, double leastMs,
    const char* message, Docket& docket)
{
    if (!docket.opens(rule, stream.key))
        return;
    int found = 0;
    for (const TimeSpan& span : list) {
        if (span.durationMs < leastMs)
            continue;
        if (++found > kMostSpans)
            continue;
        const double from = std::max(0.0, span.startMs); // the priming of a codec stands before 0
        docket.find(rule, stream.key,
            { .message = Judge::tr(message).arg(
                  secondsText(from), secondsText(span.startMs + span.durationMs), secondsText(span.durationMs)),
                .declared = u"< "_s + secondsText(leastMs),
                .measured = secondsText(span.durationMs),
                .atMs = from });
    }
    if (found > kMostSpans)
        docket.find(rule, stream.key,
            { .message = Judge::tr("%1 more of the same.").arg(found - kMostSpans),
                .measured = QString::number(found - kMostSpans) });
}

//! What stands still because it is black is told by its blackness; what does because a part is missing, by the part.
QList<TimeSpan> freezes(const StreamSheet& stream, const SignalFacts& signal, const Docket& docket)
{
    if (toldByDelivery(stream, docket))
        return {};
    QList<TimeSpan> left = signal.freeze;
    if (!docket.wants("signal.black"_L1))
        return left;
    left.removeIf([&](const TimeSpan& frozen) {
        return std::any_of(signal.black.cbegin(), signal.black.cend(), [&](const TimeSpan& black) {
            const double end = std::min(frozen.startMs + frozen.durationMs, black.startMs + black.durationMs);
            const double shared = end - std::max(frozen.startMs, black.startMs);
            return black.durationMs >= docket.policy().blackMs && shared >= 0.9 * frozen.durationMs;
        });
    });
    return left;
}

void clipping(const StreamSheet& stream, const SignalFacts& signal, Docket& docket)
{
    const auto tolerance = docket.opens("signal.clipping"_L1, stream.key);
    if (!tolerance || double(signal.clippedSamples) <= *tolerance)
        return;
    const auto at = signal.clipping.isEmpty()
        ? std::nullopt
        : std::optional(std::max(0.0, signal.clipping.constFirst().startMs)); // priming stands before 0
    docket.find("signal.clipping"_L1, stream.key,
        { .message = at ? Judge::tr("%1 samples stand at full scale, the first at %2.")
                              .arg(numberText(double(signal.clippedSamples)), secondsText(*at))
                        : Judge::tr("%1 samples stand at full scale.").arg(numberText(double(signal.clippedSamples))),
            .field = u"clippedSamples"_s,
            .declared = numberText(*tolerance),
            .measured = numberText(double(signal.clippedSamples)),
            .atMs = at });
}

void loudness(const StreamSheet& stream, const SignalFacts& signal, Docket& docket)
{
    const PolicySettings& policy = docket.policy();
    if (signal.integratedLufs) {
        const auto tolerance = docket.opens("signal.loudness"_L1, stream.key);
        const QString asked = numberText(policy.loudnessLufs, 1) + u" LUFS"_s;
        const QString measured =
            std::isfinite(*signal.integratedLufs) ? numberText(*signal.integratedLufs, 1) + u" LUFS"_s : u"−∞ LUFS"_s;
        if (tolerance && !(std::abs(*signal.integratedLufs - policy.loudnessLufs) <= *tolerance))
            docket.find("signal.loudness"_L1, stream.key,
                { .message = Judge::tr("The programme has %1; the policy asks for %2 ± %3 LU.")
                                 .arg(measured, asked, numberText(*tolerance, 2)),
                    .field = u"integratedLufs"_s,
                    .declared = asked,
                    .measured = measured });
    }
    if (!signal.truePeakDbtp)
        return;
    const auto tolerance = docket.opens("signal.true-peak"_L1, stream.key);
    if (!tolerance || *signal.truePeakDbtp <= policy.truePeakDbtp + *tolerance)
        return;
    const QString most = numberText(policy.truePeakDbtp + *tolerance, 1) + u" dBTP"_s;
    const QString measured = numberText(*signal.truePeakDbtp, 1) + u" dBTP"_s;
    docket.find("signal.true-peak"_L1, stream.key,
        { .message = Judge::tr("The true peak is %1; %2 is allowed.").arg(measured, most),
            .field = u"truePeakDbtp"_s,
            .declared = most,
            .measured = measured });
}

void decoding(const StreamSheet& stream, Docket& docket)
{
    if (!stream.decoded)
        return;
    if (const DecodedFacts* decoded = decodedOf(stream)) {
        const SignalFacts& signal = decoded->signal;
        const auto tolerance = docket.opens("signal.decode-errors"_L1, stream.key);
        if (!tolerance || double(signal.decodeErrors) <= *tolerance || toldByDelivery(stream, docket))
            return;
        const QString number = numberText(double(signal.decodeErrors));
        const bool known = !signal.faults.isEmpty();
        docket.find("signal.decode-errors"_L1, stream.key,
            { .message = known
                    ? Judge::tr("Decoding met errors (%1), the first at %2: %3")
                          .arg(number, secondsText(signal.faults.constFirst().atMs), signal.faults.constFirst().text)
                    : Judge::tr("Decoding met errors (%1).").arg(number),
                .field = u"decodeErrors"_s,
                .declared = numberText(*tolerance),
                .measured = number,
                .atMs = known ? std::optional(signal.faults.constFirst().atMs) : std::nullopt });
        return;
    }
    const Error& error = stream.decoded->error();
    const bool toldBefore = stream.container && !*stream.container;
    if (error.kind == ErrorKind::Cancelled)
        return docket.cannotTell();
    if (error.kind == ErrorKind::Unsupported || toldBefore || !docket.opens("signal.decode-errors"_L1, stream.key))
        return;
    if (isUnanswered(error))
        return docket.cannotTell("signal.decode-errors"_L1, stream.key,
            { .message = Judge::tr("It could not be decoded to its end: %1").arg(error.message),
                .measured = error.code });
    if (!toldByDelivery(stream, docket))
        docket.find("signal.decode-errors"_L1, stream.key,
            { .message = Judge::tr("It cannot be decoded: %1").arg(error.message), .measured = error.code });
}

void fieldOrder(const StreamSheet& stream, const SignalFacts& signal, Docket& docket)
{
    const VideoFacts* video = fileVideoOf(stream);
    const QString& shown = signal.fieldOrder;
    // Pictures may be whole though the headers say fields (PsF): nothing combs then.
    if (!video || video->scan.isEmpty() || shown.isEmpty() || !docket.opens("signal.field-order"_L1, stream.key)
        || shown == video->scan || shown == "progressive"_L1)
        return;
    docket.find("signal.field-order"_L1, stream.key,
        { .message = Judge::tr("The headers say %1, but the pictures show %2.").arg(video->scan, shown),
            .field = u"video.scan"_s,
            .declared = video->scan,
            .measured = shown });
}

void reference(const StreamSheet& stream, const SignalFacts& signal, Docket& docket)
{
    if (signal.psnrDb) {
        const auto least = docket.opens("reference.psnr"_L1, stream.key);
        if (least && *signal.psnrDb < *least)
            docket.find("reference.psnr"_L1, stream.key,
                { .message = Judge::tr("PSNR is %1 dB; at least %2 dB is asked for.")
                                 .arg(numberText(*signal.psnrDb, 2), numberText(*least, 2)),
                    .field = u"psnrDb"_s,
                    .declared = numberText(*least, 2) + u" dB"_s,
                    .measured = numberText(*signal.psnrDb, 2) + u" dB"_s });
    }
    if (!signal.ssim)
        return;
    const auto least = docket.opens("reference.ssim"_L1, stream.key);
    if (least && *signal.ssim < *least)
        docket.find("reference.ssim"_L1, stream.key,
            { .message = Judge::tr("SSIM is %1; at least %2 is asked for.")
                             .arg(numberText(*signal.ssim, 4), numberText(*least, 4)),
                .field = u"ssim"_s,
                .declared = numberText(*least, 4),
                .measured = numberText(*signal.ssim, 4) });
}

} // namespace

void judgeSignal(const StreamSheet& stream, Docket& docket)
{
    decoding(stream, docket);
    const DecodedFacts* decoded = decodedOf(stream);
    if (!decoded)
        return;
    const SignalFacts& signal = decoded->signal;
    const PolicySettings& policy = docket.policy();
    if (decoded->facts.video) {
        spans(stream, "signal.black"_L1, signal.black, policy.blackMs,
            QT_TRANSLATE_NOOP("Judge", "The picture is black from %1 to %2: %3."), docket);
        spans(stream, "signal.freeze"_L1, freezes(stream, signal, docket), policy.freezeMs,
            QT_TRANSLATE_NOOP("Judge", "The picture stands still from %1 to %2: %3."), docket);
        fieldOrder(stream, signal, docket);
        reference(stream, signal, docket);
    }
    if (!decoded->facts.audio.isEmpty()) {
        spans(stream, "signal.silence"_L1, signal.silence, policy.silenceMs,
            QT_TRANSLATE_NOOP("Judge", "There is silence from %1 to %2: %3."), docket);
        clipping(stream, signal, docket);
        loudness(stream, signal, docket);
    }
}

} // namespace proofreel
