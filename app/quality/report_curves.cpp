// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/report_curves.h"

#include "quality/report_text.h"
#include "quality/thin_curves.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr int kWide = 1000, kHigh = 100; // of a drawing, which is stretched to its place
constexpr qsizetype kMostSpans = 100; // drawn
constexpr qsizetype kMostNamed = 6; // in words, of each kind

QString number(double value)
{
    return QLocale().toString(value, 'g', 4);
}

//! Of one rendition.
class CurveSheet {
public:
    CurveSheet(const QString& label, const DecodedFacts& decoded)
        : m_facts(decoded.facts)
        , m_signal(thinned(decoded.signal))
        , m_label(label)
        , m_lengthMs(decoded.facts.durationMs.value_or(0))
    {
        for (const QList<QPointF>* curve : { &m_signal.bitrateKbps, &m_signal.loudnessLufs, &m_signal.luminance }) {
            if (!curve->isEmpty())
                m_lengthMs = std::max(m_lengthMs, curve->constLast().x());
        }
    }
    [[nodiscard]] QString html() const;

private:
    struct Mark {
        const QList<TimeSpan>* spans;
        QString kind, name;
    };
    [[nodiscard]] int x(double ms) const { return int(std::lround(std::clamp(ms / m_lengthMs, 0.0, 1.0) * kWide)); }
    [[nodiscard]] QString drawing(const QString& name, const QList<QPointF>& points, const QList<Mark>& marks,
        std::optional<std::pair<double, double>> range, const QString& below) const;
    [[nodiscard]] QString line(const QList<QPointF>& points, double least, double most) const;
    [[nodiscard]] QString keyFrames() const;
    [[nodiscard]] QString figures() const;
    [[nodiscard]] static QString named(const Mark& mark);

    const MediaFacts& m_facts;
    const SignalFacts m_signal;
    const QString m_label;
    double m_lengthMs;
};

QString CurveSheet::line(const QList<QPointF>& points, double least, double most) const
{
    const auto y = [=](double value) {
        return most > least ? int(std::lround((1 - (value - least) / (most - least)) * (kHigh - 8))) + 4 : kHigh / 2;
    };
    QString path;
    int beforeX = 0, beforeY = 0;
    for (const QPointF& point : points) {
        const int atX = x(point.x()), atY = y(point.y());
        path += path.isEmpty() ? u"M%1 %2l"_s.arg(atX).arg(atY)
                               : u"%1 %2 "_s.arg(atX - beforeX).arg(atY - beforeY); // steps are short numbers
        beforeX = atX;
        beforeY = atY;
    }
    return path.endsWith(u'l') ? path + u"0 0"_s : path.trimmed();
}

QString CurveSheet::keyFrames() const
{
    QString path;
    int last = -1, drawn = 0;
    for (const double ms : m_facts.video ? m_facts.video->keyFramesMs : QList<double>()) {
        const int at = x(ms);
        if (std::exchange(last, at) != at && ++drawn <= mostKeptPoints)
            path += u"M%1 %2v-8"_s.arg(at).arg(kHigh);
    }
    return path.isEmpty() ? path : u"<path class=\"keys\" d=\"%1\"/>"_s.arg(path);
}

QString CurveSheet::drawing(const QString& name, const QList<QPointF>& points, const QList<Mark>& marks,
    std::optional<std::pair<double, double>> range, const QString& below) const
{
    if (points.isEmpty())
        return {};
    const auto [low, high] = std::minmax_element(
        points.cbegin(), points.cend(), [](const QPointF& one, const QPointF& two) { return one.y() < two.y(); });
    const auto [least, most] = range.value_or(std::pair(low->y(), high->y()));
    const QString values = number(low->y()) + u" – "_s + number(high->y());
    QString spans;
    for (const Mark& mark : marks) {
        for (const TimeSpan& span : mark.spans->first(std::min(mark.spans->size(), kMostSpans)))
            spans += u"<rect class=\"%1\" x=\"%2\" width=\"%3\" height=\"%4\"/>"_s.arg(mark.kind)
                         .arg(x(span.startMs))
                         .arg(std::max(x(span.startMs + span.durationMs) - x(span.startMs), 2))
                         .arg(kHigh);
    }
    return u"<div><b>%1</b> <span class=\"dim\">%2</span></div><svg viewBox=\"0 0 %3 %4\" preserveAspectRatio=\"none\" "
           "role=\"img\" aria-label=\"%1: %2\">%5<path d=\"%6\"/></svg>"_s
               .arg(name.toHtmlEscaped(), values.toHtmlEscaped())
               .arg(kWide)
               .arg(kHigh)
               .arg(spans + below, line(points, least, most));
}

QString CurveSheet::named(const Mark& mark)
{
    if (mark.spans->isEmpty())
        return {};
    QStringList times;
    for (const TimeSpan& span : mark.spans->first(std::min(mark.spans->size(), kMostNamed)))
        times << ReportText::time(span.startMs) + u" – "_s + ReportText::time(span.startMs + span.durationMs);
    if (const qsizetype more = mark.spans->size() - kMostNamed; more > 0)
        times << ReportText::tr("and %n more", nullptr, int(more));
    return u"<li><i class=\"%1\"></i>%2</li>"_s.arg(
        mark.kind, (mark.name + u": "_s + times.join(u", "_s)).toHtmlEscaped());
}

QString CurveSheet::figures() const
{
    const QLocale locale;
    QStringList parts;
    const auto add = [&](const QString& text, std::optional<double> value, int digits) {
        if (value)
            parts << text.arg(locale.toString(*value, 'f', digits));
    };
    add(ReportText::tr("%1 LUFS"), m_signal.integratedLufs, 1);
    add(ReportText::tr("true peak %1 dBTP"), m_signal.truePeakDbtp, 1);
    add(ReportText::tr("PSNR %1 dB"), m_signal.psnrDb, 2);
    add(ReportText::tr("SSIM %1"), m_signal.ssim, 4);
    if (m_signal.psnrDb && !m_signal.reference.isEmpty())
        parts << ReportText::tr("compared with: %1").arg(ReportText::safe(m_signal.reference));
    if (!m_signal.referenceTrouble.isEmpty())
        parts << ReportText::safe(m_signal.referenceTrouble);
    if (m_facts.video && !m_facts.video->keyFramesMs.isEmpty())
        parts << ReportText::tr("%n key frame(s)", nullptr, int(m_facts.video->keyFramesMs.size()));
    return parts.join(u" · "_s).toHtmlEscaped();
}

QString CurveSheet::html() const
{
    if (m_lengthMs <= 0)
        return {};
    const Mark silence { &m_signal.silence, u"silence"_s, ReportText::tr("silence") };
    const Mark black { &m_signal.black, u"black"_s, ReportText::tr("black") };
    const Mark frozen { &m_signal.freeze, u"frozen"_s, ReportText::tr("frozen") };
    const QString drawings = drawing(ReportText::tr("Bitrate, kbit/s"), m_signal.bitrateKbps, {}, {}, keyFrames())
        + drawing(ReportText::tr("Loudness, LUFS"), m_signal.loudnessLufs, { silence }, {}, {})
        + drawing(ReportText::tr("Luminance"), m_signal.luminance, { black, frozen }, std::pair(0.0, 1.0), {})
        + drawing(ReportText::tr("PSNR, dB"), m_signal.psnrCurve, {}, {}, {})
        + drawing(ReportText::tr("SSIM"), m_signal.ssimCurve, {}, {}, {});
    if (drawings.isEmpty())
        return {};
    return u"<figure><figcaption><b>%1</b> <span class=\"dim\">%2</span></figcaption>"_s.arg(
               m_label.toHtmlEscaped(), figures())
        + drawings
        + u"<div class=\"axis dim\"><span>%1</span><span>%2</span></div><ul>"_s.arg(
            ReportText::time(0), ReportText::time(m_lengthMs))
        + named(black) + named(frozen) + named(silence) + u"</ul></figure>"_s;
}

} // namespace

QString curvesHtml(const AssetSheet& sheet)
{
    QString text;
    for (const StreamSheet& stream : sheet.streams) {
        if (stream.decoded && *stream.decoded)
            text += CurveSheet(ReportText::streamLabel(sheet, stream.key), **stream.decoded).html();
    }
    return text;
}

} // namespace proofreel
