// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/probe/mediainfo_facts.h"

#include "core/one_line.h"
#include "quality/hdr_kind.h"
#include "quality/probe/mediainfo_names.h"

#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

using mediainfo::Kind;

class Info {
public:
    explicit Info(const mediainfo::Fields& fields)
        : m_fields(fields)
    {
    }
    [[nodiscard]] int count(Kind kind) const { return m_fields.streams.at(static_cast<size_t>(kind)); }
    [[nodiscard]] QString text(Kind kind, std::string_view field, int stream = 0) const
    {
        const std::wstring_view found = m_fields.text(kind, field, stream);
        return oneLine(QString::fromWCharArray(found.data(), static_cast<int>(found.size())), 1000);
    }
    //! Finite, not negative.
    [[nodiscard]] std::optional<double> number(Kind kind, std::string_view field, int stream = 0) const
    {
        bool ok = false;
        // "1000 cd/m2" is one as well.
        const double value = text(kind, field, stream).section(u' ', 0, 0).toDouble(&ok);
        return ok && std::isfinite(value) && value >= 0 ? std::optional(value) : std::nullopt;
    }

private:
    const mediainfo::Fields& m_fields;
};

template <typename Number>
std::optional<Number> whole(std::optional<double> value)
{
    if (!value || *value > 1e15)
        return std::nullopt;
    return static_cast<Number>(std::llround(*value));
}

std::optional<int> wholeInt(std::optional<double> value)
{
    return value && *value < 1e9 ? std::optional(int(std::lround(*value))) : std::nullopt;
}

//! Lists have one entry for each layer ("8 / 8"); the first is what a plain decoder shows.
QString first(const QString& list)
{
    return list.section(u" / "_s, 0, 0);
}

std::optional<MasteringDisplay> mastering(const Info& info)
{
    static const QRegularExpression form(u"min: ([0-9.]+) .*max: ([0-9.]+) "_s);
    const auto luminance = form.match(first(info.text(Kind::Video, "MasteringDisplay_Luminance")));
    MasteringDisplay display { .primaries = first(info.text(Kind::Video, "MasteringDisplay_ColorPrimaries")) };
    if (!luminance.hasMatch() && display.primaries.isEmpty())
        return std::nullopt;
    display.minLuminance = luminance.captured(1).toDouble();
    display.maxLuminance = luminance.captured(2).toDouble();
    return display;
}

//! "dvhe.08" and what it is compatible with → "profile 8.1".
QString dolbyProfile(const Info& info)
{
    const QString profile = first(info.text(Kind::Video, "HDR_Format_Profile")).section(u'.', 1, 1);
    bool ok = false;
    const int number = profile.toInt(&ok);
    if (!ok)
        return {};
    const QString fits = first(info.text(Kind::Video, "HDR_Format_Compatibility"));
    const char* base = fits == "HDR10"_L1 ? ".1"
        : fits == "SDR"_L1                ? ".2"
        : fits == "HLG"_L1                ? ".4"
        : fits.startsWith("Blu-ray"_L1)   ? ".6"
                                          : "";
    return u"profile %1%2"_s.arg(number).arg(QLatin1StringView(base));
}

void dynamicRange(const Info& info, VideoFacts& video)
{
    const QString formats = info.text(Kind::Video, "HDR_Format");
    const bool dolbyVision = formats.contains("Dolby Vision"_L1);
    video.hdr = hdrKindOf(video, dolbyVision, formats.contains("HDR Vivid"_L1));
    if (dolbyVision)
        video.hdrDetail = dolbyProfile(info);
    else if (formats.contains("2094 App 4"_L1))
        video.hdrDetail = u"HDR10+"_s;
}

QString scanOf(const Info& info)
{
    const QString type = info.text(Kind::Video, "ScanType");
    if (type == "Progressive"_L1)
        return u"progressive"_s;
    const QString order = info.text(Kind::Video, "ScanOrder");
    if (order == "BFF"_L1)
        return u"bff"_s;
    return order == "TFF"_L1 ? u"tff"_s : QString();
}

void shape(const Info& info, VideoFacts& video)
{
    video.width = whole<qint64>(info.number(Kind::Video, "Width"));
    video.height = whole<qint64>(info.number(Kind::Video, "Height"));
    const int turn = wholeInt(info.number(Kind::Video, "Rotation")).value_or(0);
    video.rotation = (turn % 360 + 360) % 360;
    if (video.width.value_or(0) > 0 && video.height.value_or(0) > 0) {
        const double pixel = info.number(Kind::Video, "PixelAspectRatio").value_or(1);
        const double aspect = double(*video.width) * (pixel > 0 ? pixel : 1) / double(*video.height);
        video.aspect = *video.rotation % 180 == 0 ? aspect : 1 / aspect;
    }
}

VideoFacts videoFacts(const Info& info)
{
    const auto text = [&](std::string_view field) { return first(info.text(Kind::Video, field)); };
    const auto number = [&](std::string_view field) { return info.number(Kind::Video, field); };
    VideoFacts video;
    const QString profile = text("Format_Profile");
    video.codec = codecName(text("Format"), text("Format_Version"), profile);
    video.profile = videoProfileName(profile);
    video.level = levelName(profile);
    shape(info, video);
    video.frameRate = number("FrameRate");
    const auto up = number("FrameRate_Num"), down = number("FrameRate_Den");
    if (up && down && *down > 0)
        video.frameRate = *up / *down;
    if (const QString mode = text("FrameRate_Mode"); !mode.isEmpty())
        video.constantFrameRate = mode == "CFR"_L1;
    if (const auto rate = number("BitRate"))
        video.bitrateKbps = *rate / 1000;
    video.bitDepth = wholeInt(number("BitDepth"));
    video.chroma = text("ChromaSubsampling").section(u' ', 0, 0);
    video.primaries = primariesName(text("colour_primaries"));
    video.transfer = transferName(text("transfer_characteristics"));
    video.matrix = matrixName(text("matrix_coefficients"));
    video.range = rangeName(text("colour_range"));
    dynamicRange(info, video);
    video.mastering = mastering(info);
    video.maxCll = wholeInt(number("MaxCLL"));
    video.maxFall = wholeInt(number("MaxFALL"));
    video.scan = scanOf(info);
    video.startMs = number("Delay");
    video.durationMs = number("Duration");
    video.frames = whole<qint64>(number("FrameCount"));
    return video;
}

AudioFacts audioFacts(const Info& info, int stream)
{
    const auto text = [&](std::string_view field) { return first(info.text(Kind::Audio, field, stream)); };
    const auto number = [&](std::string_view field) { return info.number(Kind::Audio, field, stream); };
    AudioFacts audio;
    audio.codec = codecName(text("Format"), text("Format_Version"), text("Format_Profile"));
    if (audio.codec == "aac"_L1)
        audio.profile = audioProfileName(text("Format_AdditionalFeatures"));
    audio.channels = wholeInt(number("Channel(s)"));
    audio.sampleRate = wholeInt(number("SamplingRate"));
    if (const auto rate = number("BitRate"))
        audio.bitrateKbps = *rate / 1000;
    audio.startMs = number("Delay");
    audio.durationMs = number("Duration");
    audio.language = text("Language");
    return audio;
}

} // namespace

MediaFacts mediaInfoFacts(const mediainfo::Fields& fields)
{
    const Info info(fields);
    MediaFacts facts;
    facts.format = containerName(info.text(Kind::General, "Format"), info.text(Kind::General, "Format_Profile"));
    facts.durationMs = info.number(Kind::General, "Duration");
    if (const QString streamable = info.text(Kind::General, "IsStreamable"); !streamable.isEmpty())
        facts.fastStart = streamable == "Yes"_L1;
    bool encrypted = !info.text(Kind::General, "Encryption").isEmpty();
    if (info.count(Kind::Video) > 0) {
        facts.video = videoFacts(info);
        encrypted = encrypted || !info.text(Kind::Video, "Encryption").isEmpty();
    }
    for (int i = 0; i < info.count(Kind::Audio); ++i) {
        facts.audio += audioFacts(info, i);
        encrypted = encrypted || !info.text(Kind::Audio, "Encryption", i).isEmpty();
    }
    for (int i = 0; i < info.count(Kind::Text); ++i)
        facts.subtitles.append({ .codec = codecName(info.text(Kind::Text, "Format", i), {}, {}),
            .language = first(info.text(Kind::Text, "Language", i)) });
    facts.encryption = encrypted ? u"cenc"_s : u"none"_s;
    return facts;
}

} // namespace proofreel
