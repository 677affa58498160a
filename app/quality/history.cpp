// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/history.h"

#include "quality/result_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr qsizetype kMostStreams = 200;
constexpr qsizetype kMostBytes = 1024 * 1024; // unpacked; qCompress() says so in its first four bytes

template <typename T>
QJsonValue jsonOf(const std::optional<T>& value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

template <typename T>
std::optional<T> numberOf(const QJsonObject& json, const QString& key)
{
    const QJsonValue value = json.value(key);
    if (!value.isDouble())
        return std::nullopt;
    if constexpr (std::is_same_v<T, double>)
        return value.toDouble();
    else
        return T(value.toInteger());
}

QJsonObject streamToJson(const PastStream& stream)
{
    return { { u"definition"_s, stream.definition }, { u"format"_s, stream.format },
        { u"narrowBand"_s, stream.narrowBand }, { u"key"_s, stream.key }, { u"hdr"_s, stream.hdr },
        { u"videoCodec"_s, stream.videoCodec }, { u"audioCodec"_s, stream.audioCodec },
        { u"encryption"_s, stream.encryption }, { u"width"_s, jsonOf(stream.width) },
        { u"height"_s, jsonOf(stream.height) }, { u"sizeBytes"_s, jsonOf(stream.sizeBytes) },
        { u"durationMs"_s, jsonOf(stream.durationMs) }, { u"bitrateKbps"_s, jsonOf(stream.bitrateKbps) },
        { u"frameRate"_s, jsonOf(stream.frameRate) }, { u"bitDepth"_s, jsonOf(stream.bitDepth) },
        { u"channels"_s, jsonOf(stream.channels) }, { u"sampleRate"_s, jsonOf(stream.sampleRate) },
        { u"rules"_s, QJsonArray::fromStringList(stream.rules) } };
}

PastStream streamFromJson(const QJsonObject& json)
{
    return { .definition = json.value(u"definition"_s).toString(),
        .format = json.value(u"format"_s).toString(),
        .narrowBand = json.value(u"narrowBand"_s).toString(),
        .key = json.value(u"key"_s).toString(),
        .hdr = json.value(u"hdr"_s).toString(),
        .videoCodec = json.value(u"videoCodec"_s).toString(),
        .audioCodec = json.value(u"audioCodec"_s).toString(),
        .encryption = json.value(u"encryption"_s).toString(),
        .width = numberOf<qint64>(json, u"width"_s),
        .height = numberOf<qint64>(json, u"height"_s),
        .sizeBytes = numberOf<qint64>(json, u"sizeBytes"_s),
        .durationMs = numberOf<double>(json, u"durationMs"_s),
        .bitrateKbps = numberOf<double>(json, u"bitrateKbps"_s),
        .frameRate = numberOf<double>(json, u"frameRate"_s),
        .bitDepth = numberOf<int>(json, u"bitDepth"_s),
        .channels = numberOf<int>(json, u"channels"_s),
        .sampleRate = numberOf<int>(json, u"sampleRate"_s),
        .rules = json.value(u"rules"_s).toVariant().toStringList() };
}

PastStream pastStream(const StreamSheet& sheet)
{
    const bool isMeasured = sheet.container && sheet.container->has_value();
    const MediaFacts& facts = isMeasured ? **sheet.container : sheet.declared;
    const auto orDeclared = [&](const auto& measured, const auto& declared) { return measured ? measured : declared; };
    PastStream stream { .definition = sheet.info.definition,
        .format = sheet.info.format,
        .narrowBand = sheet.info.narrowBandType,
        .key = sheet.key,
        .encryption = facts.encryption.isEmpty() ? sheet.declared.encryption : facts.encryption,
        .sizeBytes = orDeclared(facts.sizeBytes, sheet.declared.sizeBytes),
        .durationMs = orDeclared(facts.durationMs, sheet.declared.durationMs),
        .bitrateKbps = orDeclared(facts.bitrateKbps, sheet.declared.bitrateKbps) };
    if (facts.video) {
        stream.hdr = facts.video->hdr == "SDR"_L1 ? QString() : facts.video->hdr;
        stream.videoCodec = facts.video->codec;
        stream.width = facts.video->width;
        stream.height = facts.video->height;
        stream.frameRate = facts.video->frameRate;
        stream.bitDepth = facts.video->bitDepth;
    }
    if (!facts.audio.isEmpty()) {
        stream.audioCodec = facts.audio.constFirst().codec;
        stream.channels = facts.audio.constFirst().channels;
        stream.sampleRate = facts.audio.constFirst().sampleRate;
    }
    return stream;
}

} // namespace

PastCheck pastCheck(const AssetResult& result, const QDateTime& at)
{
    PastCheck check { .at = at, .verdict = result.judgement.verdict, .streams = {} };
    for (const StreamSheet& sheet : result.sheet.streams.mid(0, kMostStreams)) {
        PastStream stream = pastStream(sheet);
        for (const Finding& finding : result.judgement.findings) {
            if (finding.stream == sheet.key && finding.severity >= Severity::Warning
                && !stream.rules.contains(finding.rule))
                stream.rules << finding.rule;
        }
        check.streams << stream;
    }
    return check;
}

QByteArray packCheck(const PastCheck& check)
{
    QJsonArray streams;
    for (const PastStream& stream : check.streams)
        streams << streamToJson(stream);
    const QJsonObject json { { u"verdict"_s, verdictName(check.verdict) }, { u"streams"_s, streams } };
    return qCompress(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<PastCheck> unpackCheck(const QByteArray& packed, const QDateTime& at)
{
    if (packed.size() < 5 || qFromBigEndian<quint32>(packed.constData()) > kMostBytes)
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(qUncompress(packed)).object();
    const auto verdict = verdictFromName(json.value(u"verdict"_s).toString());
    if (!verdict)
        return std::nullopt;
    PastCheck check { .at = at, .verdict = *verdict, .streams = {} };
    const QJsonArray streams = json.value(u"streams"_s).toArray();
    for (qsizetype i = 0; i < std::min(streams.size(), kMostStreams); ++i)
        check.streams << streamFromJson(streams.at(i).toObject());
    return check;
}

} // namespace proofreel
