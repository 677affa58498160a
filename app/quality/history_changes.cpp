// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/history.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr qsizetype kMostChanges = 200;
constexpr double kSmallestShiftMs = 20; // less than a frame, and what rounding makes
constexpr double kSmallestPart = 0.01; // of sizes and bitrates

struct HistoryText {
    Q_DECLARE_TR_FUNCTIONS(History)
};

//! The sentences on one rendition.
class Differences {
public:
    explicit Differences(QStringList& sentences)
        : m_sentences(sentences)
    {
    }
    void compare(const PastStream& before, const PastStream& now)
    {
        m_label = now.label();
        dynamicRange(before.hdr, now.hdr);
        if (before.durationMs && now.durationMs)
            duration(*now.durationMs - *before.durationMs);
        part(before.sizeBytes, now.sizeBytes, HistoryText::tr("%1: the file is %2 % larger."),
            HistoryText::tr("%1: the file is %2 % smaller."));
        part(before.bitrateKbps, now.bitrateKbps, HistoryText::tr("%1: the bitrate is %2 % higher."),
            HistoryText::tr("%1: the bitrate is %2 % lower."));
        became(HistoryText::tr("Picture"), size(before), size(now));
        became(HistoryText::tr("Frame rate"), number(before.frameRate, 3), number(now.frameRate, 3));
        became(HistoryText::tr("Bit depth"), number(before.bitDepth, 0), number(now.bitDepth, 0));
        became(HistoryText::tr("Video codec"), before.videoCodec, now.videoCodec);
        became(HistoryText::tr("Audio codec"), before.audioCodec, now.audioCodec);
        became(HistoryText::tr("Audio channels"), number(before.channels, 0), number(now.channels, 0));
        became(HistoryText::tr("Sample rate"), number(before.sampleRate, 0), number(now.sampleRate, 0));
        became(HistoryText::tr("Encryption"), before.encryption, now.encryption);
        for (const QString& rule : now.rules) {
            if (!before.rules.contains(rule))
                say(HistoryText::tr("%1 breaks %2 now.").arg(m_label, rule));
        }
        for (const QString& rule : before.rules) {
            if (!now.rules.contains(rule))
                say(HistoryText::tr("%1 no longer breaks %2.").arg(m_label, rule));
        }
    }

private:
    void say(const QString& sentence)
    {
        if (m_sentences.size() < kMostChanges)
            m_sentences << sentence;
    }
    void dynamicRange(const QString& before, const QString& now)
    {
        if (before == now)
            return;
        if (now.isEmpty())
            say(HistoryText::tr("%1 lost %2.").arg(m_label, before));
        else if (before.isEmpty())
            say(HistoryText::tr("%1 is %2 now.").arg(m_label, now));
        else
            say(HistoryText::tr("%1 was %2 and is %3 now.").arg(m_label, before, now));
    }
    void duration(double shiftMs)
    {
        if (std::abs(shiftMs) < kSmallestShiftMs)
            return;
        const QString seconds = QLocale().toString(std::abs(shiftMs) / 1000, 'f', 2);
        say((shiftMs < 0 ? HistoryText::tr("%1 is %2 s shorter.") : HistoryText::tr("%1 is %2 s longer."))
                .arg(m_label, seconds));
    }
    template <typename T>
    void part(const std::optional<T>& before, const std::optional<T>& now, const QString& more, const QString& less)
    {
        if (!before || !now || *before <= 0)
            return;
        const double change = double(*now) / double(*before) - 1;
        if (std::abs(change) >= kSmallestPart)
            say((change > 0 ? more : less).arg(m_label, QLocale().toString(std::abs(change) * 100, 'f', 0)));
    }
    //! What one of the checks does not know is no change.
    void became(const QString& what, const QString& before, const QString& now)
    {
        if (!before.isEmpty() && !now.isEmpty() && before != now)
            say(HistoryText::tr("%1: %2 was %3 and is %4 now.", "rendition, property, values")
                    .arg(m_label, what, before, now));
    }
    static QString size(const PastStream& stream)
    {
        return stream.width && stream.height ? u"%1×%2"_s.arg(*stream.width).arg(*stream.height) : QString();
    }
    template <typename T>
    static QString number(const std::optional<T>& value, int digits)
    {
        return value ? QLocale().toString(std::round(double(*value) * std::pow(10, digits)) / std::pow(10, digits))
                     : QString();
    }

    QStringList& m_sentences;
    QString m_label;
};

//! The rendition that was this one: the same, else the same step of the ladder. Each is taken once.
qsizetype twinOf(const PastStream& now, const QList<PastStream>& before, const QList<bool>& isTaken)
{
    qsizetype twin = -1;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const PastStream& old = before.at(i);
        if (isTaken.at(i))
            continue;
        if (old.key == now.key)
            return i;
        const bool isSameStep =
            old.definition == now.definition && old.format == now.format && old.narrowBand == now.narrowBand;
        // Of several of one step the one with the same dynamic range.
        if (isSameStep && (twin < 0 || (old.hdr == now.hdr && before.at(twin).hdr != now.hdr)))
            twin = i;
    }
    return twin;
}

} // namespace

QString PastStream::label() const
{
    QString text = definition + u' ' + format;
    if (!narrowBand.isEmpty())
        text += u' ' + narrowBand;
    return text.trimmed().isEmpty() ? key : text.trimmed();
}

QStringList changesSince(const PastCheck& before, const PastCheck& now)
{
    QStringList sentences;
    Differences differences(sentences);
    QList<bool> isTaken(before.streams.size(), false);
    // Those with the same key first, or a new rendition would take the place of one that is still there.
    QList<qsizetype> twins(now.streams.size(), -1);
    for (const bool byKey : { true, false }) {
        for (qsizetype i = 0; i < now.streams.size(); ++i) {
            if (twins.at(i) >= 0)
                continue;
            const qsizetype twin = twinOf(now.streams.at(i), before.streams, isTaken);
            if (twin < 0 || (byKey && before.streams.at(twin).key != now.streams.at(i).key))
                continue;
            twins[i] = twin;
            isTaken[twin] = true;
        }
    }
    for (qsizetype i = 0; i < now.streams.size(); ++i) {
        if (twins.at(i) >= 0)
            differences.compare(before.streams.at(twins.at(i)), now.streams.at(i));
        else
            sentences << HistoryText::tr("%1 is new.").arg(now.streams.at(i).label());
    }
    for (qsizetype i = 0; i < before.streams.size(); ++i) {
        if (!isTaken.at(i))
            sentences << HistoryText::tr("%1 is gone.").arg(before.streams.at(i).label());
    }
    return sentences.mid(0, kMostChanges);
}

} // namespace proofreel
