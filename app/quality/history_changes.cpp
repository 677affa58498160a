// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/history.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
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

//! The clauses on one rendition.
class Differences {
public:
    Differences(QStringList& clauses, QString label, const PastStream& before, const PastStream& now)
        : m_clauses(clauses)
        , m_label(std::move(label))
        , m_before(before)
        , m_now(now)
    {
        dynamicRange();
        if (const auto [was, is] = both(&PastFacts::durationMs); was)
            duration(*is - *was);
        part(&PastFacts::sizeBytes, HistoryText::tr("%1: the file is %2 % larger"),
            HistoryText::tr("%1: the file is %2 % smaller"));
        part(&PastFacts::bitrateKbps, HistoryText::tr("%1: the bitrate is %2 % higher"),
            HistoryText::tr("%1: the bitrate is %2 % lower"));
        picture();
        became(HistoryText::tr("Frame rate"), &PastFacts::frameRate, 3);
        became(HistoryText::tr("Bit depth"), &PastFacts::bitDepth);
        became(HistoryText::tr("Video codec"), &PastFacts::videoCodec);
        became(HistoryText::tr("Audio codec"), &PastFacts::audioCodec);
        became(HistoryText::tr("Audio channels"), &PastFacts::channels);
        became(HistoryText::tr("Sample rate"), &PastFacts::sampleRate);
        became(HistoryText::tr("Encryption"), &PastFacts::encryption);
    }

private:
    static bool isKnown(const QString& text) { return !text.isEmpty(); }
    template <typename T>
    static bool isKnown(const std::optional<T>& value)
    {
        return value.has_value();
    }
    //! Of the side that both know: the file's, else the declared. Both unknown otherwise.
    template <typename T>
    [[nodiscard]] std::pair<T, T> both(T PastFacts::*fact) const
    {
        if (m_before.measured && m_now.measured) {
            const T &was = (*m_before.measured).*fact, &is = (*m_now.measured).*fact;
            if (isKnown(was) && isKnown(is))
                return { was, is };
        }
        const T &was = m_before.declared.*fact, &is = m_now.declared.*fact;
        return isKnown(was) && isKnown(is) ? std::pair(was, is) : std::pair(T(), T());
    }
    void say(const QString& clause) { m_clauses << clause; }
    void dynamicRange()
    {
        const auto [was, is] = both(&PastFacts::hdr);
        if (was == is)
            return;
        if (is == "SDR"_L1)
            say(HistoryText::tr("%1 lost %2").arg(m_label, was));
        else if (was == "SDR"_L1)
            say(HistoryText::tr("%1 is %2 now").arg(m_label, is));
        else
            say(HistoryText::tr("%1 was %2 and is %3 now").arg(m_label, was, is));
    }
    void duration(double shiftMs)
    {
        if (std::abs(shiftMs) < kSmallestShiftMs)
            return;
        const QString seconds = QLocale().toString(std::abs(shiftMs) / 1000, 'f', 2);
        say((shiftMs < 0 ? HistoryText::tr("%1 is %2 s shorter") : HistoryText::tr("%1 is %2 s longer"))
                .arg(m_label, seconds));
    }
    template <typename T>
    void part(std::optional<T> PastFacts::*fact, const QString& more, const QString& less)
    {
        const auto [was, is] = both(fact);
        if (!was || *was <= 0)
            return;
        const double change = double(*is) / double(*was) - 1;
        if (std::abs(change) >= kSmallestPart)
            say((change > 0 ? more : less).arg(m_label, QLocale().toString(std::abs(change) * 100, 'f', 0)));
    }
    void picture()
    {
        const auto [oldWidth, width] = both(&PastFacts::width);
        const auto [oldHeight, height] = both(&PastFacts::height);
        if (width && height)
            became(HistoryText::tr("Picture"), u"%1×%2"_s.arg(*oldWidth).arg(*oldHeight),
                u"%1×%2"_s.arg(*width).arg(*height));
    }
    void became(const QString& what, const QString& was, const QString& is)
    {
        if (was != is)
            say(HistoryText::tr("%1: %2 was %3 and is %4 now", "rendition, property, values")
                    .arg(m_label, what, was, is));
    }
    void became(const QString& what, QString PastFacts::*fact)
    {
        const auto [was, is] = both(fact);
        became(what, was, is);
    }
    template <typename T>
    void became(const QString& what, std::optional<T> PastFacts::*fact, int digits = 0)
    {
        const auto [was, is] = both(fact);
        if (was)
            became(what, number(double(*was), digits), number(double(*is), digits));
    }
    static QString number(double value, int digits)
    {
        return QLocale().toString(std::round(value * std::pow(10, digits)) / std::pow(10, digits));
    }

    QStringList& m_clauses;
    QString m_label;
    const PastStream& m_before;
    const PastStream& m_now;
};

QString rangeOf(const PastStream& stream)
{
    return stream.measured && !stream.measured->hdr.isEmpty() ? stream.measured->hdr : stream.declared.hdr;
}

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
        if (isSameStep && (twin < 0 || (rangeOf(old) == rangeOf(now) && rangeOf(before.at(twin)) != rangeOf(now))))
            twin = i;
    }
    return twin;
}

//! For each of \a now the one that it was, or -1. Those with the same key first, or a new rendition would take the
//! place of one that is still there.
QList<qsizetype> twinsOf(const QList<PastStream>& now, const QList<PastStream>& before)
{
    QList<bool> isTaken(before.size(), false);
    QList<qsizetype> twins(now.size(), -1);
    for (const bool byKey : { true, false }) {
        for (qsizetype i = 0; i < now.size(); ++i) {
            if (twins.at(i) >= 0)
                continue;
            const qsizetype twin = twinOf(now.at(i), before, isTaken);
            if (twin < 0 || (byKey && before.at(twin).key != now.at(i).key))
                continue;
            twins[i] = twin;
            isTaken[twin] = true;
        }
    }
    return twins;
}

//! Twins of one step are told apart by their dynamic range.
QString labelAmong(const QList<PastStream>& streams, const PastStream& stream)
{
    const QString label = stream.label(), range = rangeOf(stream);
    const bool hasTwin = std::any_of(streams.begin(), streams.end(),
        [&](const PastStream& one) { return one.label() == label && rangeOf(one) != range; });
    return hasTwin ? (label + u' ' + range).trimmed() : label;
}

//! Without a label the findings are new, but that is not said: the whole rendition is.
void compareRules(
    CheckChanges& changes, const QString& label, const QString& key, const PastRules& before, const PastRules& now)
{
    const auto title = [](const QString& id) {
        const auto rule = findRule(id);
        return rule ? rule->title : id;
    };
    for (const QString& rule : now.found) {
        if (before.found.contains(rule) || !before.judged.contains(rule))
            continue;
        if (!label.isEmpty())
            changes.found << HistoryText::tr("%1 breaks “%2” now").arg(label, title(rule));
        changes.newFindings.insert({ key, rule });
    }
    for (const QString& rule : before.found) {
        if (!now.found.contains(rule) && now.judged.contains(rule))
            changes.fixed << HistoryText::tr("%1 no longer breaks “%2”").arg(label, title(rule));
    }
}

//! What was judged of any rendition: a new one is measured by that.
PastRules rulesOfAll(const QList<PastStream>& streams)
{
    PastRules rules;
    for (const PastStream& stream : streams) {
        for (const QString& rule : stream.rules.judged) {
            if (!rules.judged.contains(rule))
                rules.judged << rule;
        }
    }
    return rules;
}

} // namespace

QString PastStream::label() const
{
    QString text = definition + u' ' + format;
    if (!narrowBand.isEmpty() && narrowBand != "0"_L1)
        text += u' ' + narrowBand;
    return text.trimmed().isEmpty() ? key : text.trimmed();
}

CheckChanges changesSince(const PastCheck& before, const PastCheck& now)
{
    CheckChanges changes;
    changes.otherPolicy = !before.policy.isEmpty() && !now.policy.isEmpty() && before.policy != now.policy;
    const QList<qsizetype> twins = twinsOf(now.streams, before.streams);
    const PastRules judgedBefore = rulesOfAll(before.streams);
    for (qsizetype i = 0; i < now.streams.size(); ++i) {
        const PastStream& stream = now.streams.at(i);
        const QString label = labelAmong(now.streams, stream);
        const bool isNew = twins.at(i) < 0;
        if (isNew)
            changes.facts << HistoryText::tr("%1 is new").arg(label);
        else
            Differences(changes.facts, label, before.streams.at(twins.at(i)), stream);
        if (!changes.otherPolicy)
            compareRules(changes, isNew ? QString() : label, stream.key,
                isNew ? judgedBefore : before.streams.at(twins.at(i)).rules, stream.rules);
    }
    for (qsizetype i = 0; i < before.streams.size(); ++i) {
        if (!twins.contains(i))
            changes.facts << HistoryText::tr("%1 is gone").arg(labelAmong(before.streams, before.streams.at(i)));
    }
    if (!changes.otherPolicy)
        compareRules(changes, HistoryText::tr("The ladder"), {}, before.ladder, now.ladder);
    changes.facts = changes.facts.mid(0, kMostChanges);
    changes.found = changes.found.mid(0, kMostChanges - changes.facts.size());
    changes.fixed = changes.fixed.mid(0, kMostChanges - changes.facts.size() - changes.found.size());
    return changes;
}

} // namespace proofreel
