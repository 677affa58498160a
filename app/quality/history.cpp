// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/history.h"

#include "quality/result_json.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr qsizetype kMostStreams = 200;
constexpr qsizetype kMostRules = 500; // of one rendition; there are about a hundred
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

//! What is not known takes no room.
QJsonObject known(QJsonObject json)
{
    for (auto member = json.begin(); member != json.end();) {
        const QJsonValue value = *member;
        const bool isNothing = value.isNull() || (value.isString() && value.toString().isEmpty())
            || (value.isArray() && value.toArray().isEmpty()) || (value.isObject() && value.toObject().isEmpty());
        member = isNothing ? json.erase(member) : std::next(member);
    }
    return json;
}

QJsonObject factsToJson(const PastFacts& facts)
{
    return known(
        { { u"hdr"_s, facts.hdr }, { u"videoCodec"_s, facts.videoCodec }, { u"audioCodec"_s, facts.audioCodec },
            { u"encryption"_s, facts.encryption }, { u"width"_s, jsonOf(facts.width) },
            { u"height"_s, jsonOf(facts.height) }, { u"sizeBytes"_s, jsonOf(facts.sizeBytes) },
            { u"durationMs"_s, jsonOf(facts.durationMs) }, { u"bitrateKbps"_s, jsonOf(facts.bitrateKbps) },
            { u"frameRate"_s, jsonOf(facts.frameRate) }, { u"bitDepth"_s, jsonOf(facts.bitDepth) },
            { u"channels"_s, jsonOf(facts.channels) }, { u"sampleRate"_s, jsonOf(facts.sampleRate) } });
}

PastFacts factsFromJson(const QJsonObject& json)
{
    return { .hdr = json.value(u"hdr"_s).toString(),
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
        .sampleRate = numberOf<int>(json, u"sampleRate"_s) };
}

QJsonObject rulesToJson(const PastRules& rules)
{
    return known({ { u"judged"_s, QJsonArray::fromStringList(rules.judged) },
        { u"found"_s, QJsonArray::fromStringList(rules.found) } });
}

PastRules rulesFromJson(const QJsonObject& json)
{
    const auto list = [&json](const QString& name) {
        return json.value(name).toVariant().toStringList().mid(0, kMostRules);
    };
    return { .judged = list(u"judged"_s), .found = list(u"found"_s) };
}

QJsonObject streamToJson(const PastStream& stream)
{
    QJsonObject json = known({ { u"definition"_s, stream.definition }, { u"format"_s, stream.format },
        { u"narrowBand"_s, stream.narrowBand }, { u"key"_s, stream.key },
        { u"declared"_s, factsToJson(stream.declared) }, { u"rules"_s, rulesToJson(stream.rules) } });
    if (stream.measured)
        json.insert(u"measured"_s, factsToJson(*stream.measured));
    return json;
}

PastStream streamFromJson(const QJsonObject& json)
{
    PastStream stream { .definition = json.value(u"definition"_s).toString(),
        .format = json.value(u"format"_s).toString(),
        .narrowBand = json.value(u"narrowBand"_s).toString(),
        .key = json.value(u"key"_s).toString(),
        .declared = factsFromJson(json.value(u"declared"_s).toObject()),
        .measured = {},
        .rules = rulesFromJson(json.value(u"rules"_s).toObject()) };
    if (json.contains(u"measured"_s))
        stream.measured = factsFromJson(json.value(u"measured"_s).toObject());
    return stream;
}

PastFacts pastFacts(const MediaFacts& facts)
{
    PastFacts past { .encryption = facts.encryption,
        .sizeBytes = facts.sizeBytes,
        .durationMs = facts.durationMs,
        .bitrateKbps = facts.bitrateKbps };
    if (facts.video) {
        past.hdr = facts.video->hdr;
        past.videoCodec = facts.video->codec;
        past.width = facts.video->width;
        past.height = facts.video->height;
        past.frameRate = facts.video->frameRate;
        past.bitDepth = facts.video->bitDepth;
    }
    if (!facts.audio.isEmpty()) {
        past.audioCodec = facts.audio.constFirst().codec;
        past.channels = facts.audio.constFirst().channels;
        past.sampleRate = facts.audio.constFirst().sampleRate;
    }
    return past;
}

PastStream pastStream(const StreamSheet& sheet)
{
    PastStream stream { .definition = sheet.info.definition,
        .format = sheet.info.format,
        .narrowBand = sheet.info.narrowBandType,
        .key = sheet.key,
        .declared = pastFacts(sheet.declared) };
    // HDRType is absent where the service knows of none.
    if (sheet.declared.video && stream.declared.hdr.isEmpty())
        stream.declared.hdr = u"SDR"_s;
    if (sheet.container && *sheet.container)
        stream.measured = pastFacts(**sheet.container);
    return stream;
}

PastRules pastRules(const Judgement& judgement, const QString& key)
{
    PastRules rules { .judged = judgement.judged.value(key), .found = {} };
    for (const Finding& finding : judgement.findings) {
        if (finding.stream == key && finding.severity >= Severity::Warning && !rules.found.contains(finding.rule))
            rules.found << finding.rule;
    }
    return rules;
}

} // namespace

QString policyMark(const Policy& policy)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(policyText(policy), QCryptographicHash::Sha256).first(8).toHex());
}

PastCheck pastCheck(const AssetResult& result, const QDateTime& at, const QString& policyMark)
{
    PastCheck check {
        .at = at, .verdict = result.judgement.verdict, .policy = policyMark, .ladder = pastRules(result.judgement, {})
    };
    for (const StreamSheet& sheet : result.sheet.streams.mid(0, kMostStreams)) {
        PastStream stream = pastStream(sheet);
        stream.rules = pastRules(result.judgement, sheet.key);
        check.deep = check.deep || sheet.decoded;
        check.streams << stream;
    }
    return check;
}

QByteArray packCheck(const PastCheck& check)
{
    QJsonArray streams;
    for (const PastStream& stream : check.streams)
        streams << streamToJson(stream);
    const QJsonObject json { { u"verdict"_s, verdictName(check.verdict) }, { u"deep"_s, check.deep },
        { u"policy"_s, check.policy }, { u"ladder"_s, rulesToJson(check.ladder) }, { u"streams"_s, streams } };
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
    PastCheck check { .at = at,
        .verdict = *verdict,
        .deep = json.value(u"deep"_s).toBool(),
        .policy = json.value(u"policy"_s).toString(),
        .ladder = rulesFromJson(json.value(u"ladder"_s).toObject()) };
    const QJsonArray streams = json.value(u"streams"_s).toArray();
    for (qsizetype i = 0; i < std::min(streams.size(), kMostStreams); ++i)
        check.streams << streamFromJson(streams.at(i).toObject());
    return check;
}

} // namespace proofreel
