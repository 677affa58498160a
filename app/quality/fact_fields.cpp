// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/fact_fields.h"

#include "quality/fact_members.h"
#include "quality/quantity.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct FactText {
    Q_DECLARE_TR_FUNCTIONS(Facts)
};

QVariant valueOf(const QString& text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QVariant valueOf(const std::optional<bool>& value)
{
    return value ? QVariant(*value) : QVariant();
}

QVariant valueOf(const std::optional<double>& value)
{
    return value ? QVariant(*value) : QVariant();
}

template <std::integral T>
QVariant valueOf(const std::optional<T>& value)
{
    return value ? QVariant(qint64(*value)) : QVariant();
}

QVariant valueOf(const QList<double>& keyFrames)
{
    return keyFrames.isEmpty() ? QVariant() : QVariant(qint64(keyFrames.size()));
}

QVariant valueOf(const std::optional<MasteringDisplay>& display)
{
    if (!display)
        return {};
    return u"%1, %2–%3"_s.arg(
        display->primaries, numberText(display->minLuminance, 4), numberText(display->maxLuminance));
}

QString unitOf(Show show)
{
    switch (show) {
    case Show::Bytes:
        return u"bytes"_s;
    case Show::Duration:
        return u"ms"_s;
    case Show::Kbps:
        return u"kbit/s"_s;
    case Show::Rate:
        return u"fps"_s;
    case Show::Bits:
        return u"bit"_s;
    case Show::Hertz:
        return u"Hz"_s;
    case Show::Degrees:
        return u"°"_s;
    case Show::Light:
        return u"cd/m²"_s;
    case Show::Plain:
    case Show::Ratio:
    case Show::Count:
        break;
    }
    return {};
}

QString textOf(const QVariant& value, Show show)
{
    if (!value.isValid())
        return {};
    if (value.typeId() == QMetaType::Bool)
        return value.toBool() ? FactText::tr("yes") : FactText::tr("no");
    if (value.typeId() == QMetaType::QString)
        return show == Show::Light ? value.toString() + u" cd/m²"_s : value.toString();
    const double number = value.toDouble();
    switch (show) {
    case Show::Bytes:
        return bytesText(number);
    case Show::Duration:
        return secondsText(number);
    case Show::Kbps:
        return kbpsText(number);
    case Show::Rate:
        return fpsText(number);
    case Show::Bits:
        return bitsText(number);
    case Show::Degrees:
        return numberText(number) + u'°';
    case Show::Ratio:
        return numberText(number, 3);
    default:
        return numberText(number) + (unitOf(show).isEmpty() ? QString() : u' ' + unitOf(show));
    }
}

class Rows {
public:
    explicit Rows(QString prefix, QList<FactField>& rows)
        : m_prefix(std::move(prefix))
        , m_rows(rows)
    {
    }
    template <typename T>
    void operator()(const char* name, const T& member, Show show, const char* title)
    {
        add(QString::fromLatin1(name), FactText::tr(title), valueOf(member), show);
    }
    void add(const QString& name, const QString& title, const QVariant& value, Show show)
    {
        m_rows.append({ m_prefix + name, title, unitOf(show), value, textOf(value, show) });
    }

private:
    QString m_prefix;
    QList<FactField>& m_rows;
};

} // namespace

QList<FactField> factFields(const MediaFacts& facts)
{
    QList<FactField> rows;
    fileMembers(facts, Rows({}, rows));
    members(facts.video ? *facts.video : VideoFacts(), Rows(u"video."_s, rows));
    members(facts.audio.isEmpty() ? AudioFacts() : facts.audio.constFirst(), Rows(u"audio."_s, rows));
    QStringList languages;
    for (const SubtitleFacts& subtitle : facts.subtitles)
        languages += subtitle.language.isEmpty() ? subtitle.codec : subtitle.language;
    Rows more({}, rows);
    more.add(u"audioTracks"_s, FactText::tr("Audio tracks"),
        facts.audio.isEmpty() ? QVariant() : QVariant(qint64(facts.audio.size())), Show::Count);
    more.add(u"subtitles"_s, FactText::tr("Subtitles"), valueOf(languages.join(u", "_s)), Show::Plain);
    return rows;
}

} // namespace proofreel
