// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Across the renditions of an asset: sound, and when things start.

#include "quality/docket.h"
#include "quality/quantity.h"
#include "quality/sheet_view.h"

#include <QMap>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

QString codecOf(const AudioFacts& audio)
{
    return audio.codec;
}

QString channelsOf(const AudioFacts& audio)
{
    return audio.channels ? QString::number(*audio.channels) : QString();
}

QString rateOf(const AudioFacts& audio)
{
    return audio.sampleRate ? u"%1 Hz"_s.arg(*audio.sampleRate) : QString();
}

void askedChannels(const StreamSheet& stream, Docket& docket)
{
    const MediaFacts* file = fileOf(stream);
    const auto& asked = docket.policy().audioChannels;
    if (!file || file->audio.isEmpty() || !asked || isOriginal(stream) || !file->audio.constFirst().channels
        || !docket.opens("ladder.audio-parameters"_L1, stream.key))
        return;
    const int channels = *file->audio.constFirst().channels;
    if (channels != *asked)
        docket.find("ladder.audio-parameters"_L1, stream.key,
            { .message = Judge::tr("The sound has %1 channels; the policy asks for %2.").arg(channels).arg(*asked),
                .field = u"audio.channels"_s,
                .declared = QString::number(*asked),
                .measured = QString::number(channels) });
}

void parameters(const QList<const StreamSheet*>& streams, Docket& docket)
{
    struct Part {
        const char* field;
        QString (*text)(const AudioFacts&);
        const char* message;
    };
    static constexpr Part kParts[] {
        { "audio.codec", codecOf, QT_TRANSLATE_NOOP("Judge", "The sound's codec is %1; that of the others is %2.") },
        { "audio.channels", channelsOf,
            QT_TRANSLATE_NOOP("Judge", "The sound's channels: %1; those of the others: %2.") },
        { "audio.sampleRate", rateOf,
            QT_TRANSLATE_NOOP("Judge", "The sound's sample rate is %1; that of the others is %2.") },
    };
    for (const Part& part : kParts) {
        QStringList texts;
        for (const StreamSheet* stream : streams)
            texts << part.text(fileOf(*stream)->audio.constFirst());
        const QString usual = majority(texts);
        for (qsizetype i = 0; i < streams.size(); ++i) {
            if (docket.opens("ladder.audio-parameters"_L1, streams[i]->key) && !texts[i].isEmpty() && texts[i] != usual)
                docket.find("ladder.audio-parameters"_L1, streams[i]->key,
                    { .message = Judge::tr(part.message).arg(texts[i], usual),
                        .field = QString::fromLatin1(part.field),
                        .declared = usual,
                        .measured = texts[i] });
        }
    }
}

void presence(const AssetSheet& sheet, Docket& docket)
{
    QList<const StreamSheet*> with, without;
    for (const StreamSheet& stream : sheet.streams) {
        const MediaFacts* file = fileOf(stream);
        if (file && isVideo(stream) && !isAdaptive(stream))
            (file->audio.isEmpty() ? without : with).append(&stream);
    }
    if (with.isEmpty() || with.size() + without.size() < 2)
        return;
    for (const StreamSheet* stream : with)
        (void)docket.opens("ladder.audio-missing"_L1, stream->key);
    for (const StreamSheet* stream : without) {
        if (docket.opens("ladder.audio-missing"_L1, stream->key))
            docket.find("ladder.audio-missing"_L1, stream->key,
                { .message = Judge::tr("It has no sound, though other renditions have."),
                    .field = u"audio"_s,
                    .declared = with.constFirst()->label });
    }
}

//! Renditions whose sound was made differently on purpose (StreamTags) are compared with their own kind.
void loudness(const AssetSheet& sheet, Docket& docket)
{
    QMap<QString, QList<std::pair<const StreamSheet*, double>>> groups;
    for (const StreamSheet& stream : sheet.streams) {
        const DecodedFacts* decoded = decodedOf(stream);
        const auto lufs = decoded ? decoded->signal.integratedLufs : std::nullopt;
        if (lufs && std::isfinite(*lufs))
            groups[(isVideo(stream) ? u'v' : u'a') + stream.info.streamTagsText].append({ &stream, *lufs });
    }
    const double allowed = docket.policy().setting(u"ladder.loudness"_s).tolerance.value_or(0);
    for (const auto& group : std::as_const(groups)) {
        if (group.size() < 2)
            continue;
        QList<double> values;
        for (const auto& [stream, lufs] : group)
            values << lufs;
        const double usual = consensus(values, [&](double a, double b) { return std::abs(a - b) <= allowed; });
        for (const auto& [stream, lufs] : group) {
            const auto tolerance = docket.opens("ladder.loudness"_L1, stream->key);
            if (!tolerance || std::abs(lufs - usual) <= *tolerance)
                continue;
            const QString mine = numberText(lufs, 1) + u" LUFS"_s;
            const QString theirs = numberText(usual, 1) + u" LUFS"_s;
            docket.find("ladder.loudness"_L1, stream->key,
                { .message = Judge::tr("Its loudness is %1; that of the others is %2.").arg(mine, theirs),
                    .field = u"integratedLufs"_s,
                    .declared = theirs,
                    .measured = mine });
        }
    }
}

void starts(const AssetSheet& sheet, Docket& docket)
{
    QMap<QString, QList<std::pair<const StreamSheet*, double>>> groups;
    for (const StreamSheet& stream : sheet.streams) {
        const MediaFacts* file = fileOf(stream);
        // The clock of HLS starts anywhere.
        if (file && file->startMs && !isPlaylist(stream) && !isOriginal(stream))
            groups[file->format].append({ &stream, *file->startMs });
    }
    const double allowed = docket.policy().setting(u"ladder.start-offset"_s).tolerance.value_or(0);
    for (const auto& group : std::as_const(groups)) {
        if (group.size() < 2)
            continue;
        QList<double> values;
        for (const auto& [stream, ms] : group)
            values << ms;
        const double usual = consensus(values, [&](double a, double b) { return std::abs(a - b) <= allowed; });
        for (const auto& [stream, ms] : group) {
            const auto tolerance = docket.opens("ladder.start-offset"_L1, stream->key);
            if (tolerance && std::abs(ms - usual) > *tolerance)
                docket.find("ladder.start-offset"_L1, stream->key,
                    { .message = Judge::tr("It starts at %1; the others start at %2.")
                                     .arg(secondsText(ms), secondsText(usual)),
                        .field = u"startMs"_s,
                        .declared = secondsText(usual),
                        .measured = secondsText(ms),
                        .atMs = 0 });
        }
    }
}

void together(const StreamSheet& stream, Docket& docket)
{
    const MediaFacts* file = fileOf(stream);
    if (!file || !file->video || file->audio.isEmpty() || !file->video->startMs || !file->audio.constFirst().startMs)
        return;
    const auto tolerance = docket.opens("ladder.av-offset"_L1, stream.key);
    const double late = *file->audio.constFirst().startMs - *file->video->startMs;
    if (!tolerance || std::abs(late) <= *tolerance)
        return;
    docket.find("ladder.av-offset"_L1, stream.key,
        { .message = late > 0 ? Judge::tr("Sound starts %1 after the picture.").arg(msText(late))
                              : Judge::tr("Sound starts %1 before the picture.").arg(msText(-late)),
            .field = u"audio.startMs"_s,
            .declared = secondsText(*file->video->startMs),
            .measured = secondsText(*file->audio.constFirst().startMs),
            .atMs = 0 });
}

} // namespace

void judgeSound(const AssetSheet& sheet, Docket& docket)
{
    QList<const StreamSheet*> sounding;
    for (const StreamSheet& stream : sheet.streams) {
        askedChannels(stream, docket);
        together(stream, docket);
        const MediaFacts* file = fileOf(stream);
        if (file && isVideo(stream) && !isOriginal(stream) && !isAdaptive(stream) && !file->audio.isEmpty())
            sounding << &stream;
    }
    if (sounding.size() > 1)
        parameters(sounding, docket);
    presence(sheet, docket);
    loudness(sheet, docket);
    starts(sheet, docket);
}

} // namespace proofreel
