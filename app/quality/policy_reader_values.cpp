// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rest of PolicyReader: tables of settings, and single values.

#include "core/one_line.h"
#include "ims/documented.h"
#include "quality/nearest_name.h"
#include "quality/policy_fields.h"
#include "quality/policy_reader.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr size_t kMostNames = 1000;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Policy)
};

} // namespace

bool PolicyReader::readTable(const QString& name, const toml::table& table, Target& target)
{
    for (const auto& [key, node] : table) {
        if (!readSetting(name, key, node, target))
            return false;
        target.keys << name + u'.' + QString::fromUtf8(key.str().data(), static_cast<qsizetype>(key.str().size()));
    }
    return true;
}

bool PolicyReader::readSetting(const QString& table, const toml::key& key, const toml::node& node, Target& target)
{
    const QString name = QString::fromUtf8(key.str().data(), static_cast<qsizetype>(key.str().size()));
    const auto is = [&](const char* otherTable, const char* otherKey) {
        return table == QLatin1StringView(otherTable) && name == QLatin1StringView(otherKey);
    };
    for (const PolicyNumber& number : policyNumbers()) {
        if (!is(number.table, number.key))
            continue;
        double value = 0;
        if (!readNumber(node, name, number.least, number.most, value))
            return false;
        target.settings.*number.member = value * number.factor;
        return true;
    }
    for (const PolicyNames& names : policyNames()) {
        if (is(names.table, names.key))
            return readNames(node, target.settings.*names.member);
    }
    if (is("audio", "channels")) {
        double value = 0;
        if (!readNumber(node, name, 1, kMostChannels, value))
            return false;
        if (std::floor(value) != value)
            return wrong(node.source(), Say::tr("“%1” is a whole number.").arg(name));
        target.settings.audioChannels = static_cast<int>(value);
        return true;
    }
    if (is("ladder", "expected")) {
        const toml::array* steps = node.as_array();
        if (!steps || steps->size() > kMostNames)
            return wrong(node.source(), Say::tr("“expected” is a list of steps, like [\"HD mp4\", \"SD m3u8\"]."));
        target.settings.ladder.clear();
        for (const toml::node& item : *steps) {
            LadderStep step;
            if (!readStep(item, step))
                return false;
            target.settings.ladder.append(step);
        }
        return true;
    }
    return unknownKey(key, policyKeys(table));
}

bool PolicyReader::readStep(const toml::node& node, LadderStep& step)
{
    struct Part {
        const char* key;
        const char* field;
        QString LadderStep::*member;
    };
    static constexpr Part kParts[] { { "definition", "Definition", &LadderStep::definition },
        { "format", "Format", &LadderStep::format }, { "hdr", "HDRType", &LadderStep::hdr } };
    const auto unknownWord = [&](const QString& word, const QStringList& known, const toml::node& at) {
        const QString nearest = nearestName(word, known);
        return wrong(at.source(),
            nearest.isEmpty()
                ? Say::tr("“%1” is none of the service's values: %2.").arg(oneLine(word, 80), known.join(u", "_s))
                : Say::tr("“%1” is none of the service's values. Is “%2” meant?").arg(oneLine(word, 80), nearest));
    };
    if (const toml::table* table = node.as_table()) {
        for (const auto& [key, value] : *table) {
            const auto* part = std::find_if(std::begin(kParts), std::end(kParts),
                [name = key.str()](const Part& candidate) { return name == std::string_view(candidate.key); });
            if (part == std::end(kParts))
                return unknownKey(key, { u"definition"_s, u"format"_s, u"hdr"_s });
            QString word;
            if (!readText(value, word))
                return false;
            const QStringList& known = documentedValues(QLatin1StringView(part->field));
            if (!known.contains(word))
                return unknownWord(word, known, value);
            step.*part->member = word;
        }
    } else {
        QString text;
        if (!readText(node, text))
            return false;
        for (const QString& word : text.simplified().split(u' ', Qt::SkipEmptyParts)) {
            QStringList all;
            bool placed = false;
            for (const Part& part : kParts) {
                const QStringList& known = documentedValues(QLatin1StringView(part.field));
                if (known.contains(word)) {
                    step.*part.member = word;
                    placed = true;
                }
                all += known;
            }
            if (!placed)
                return unknownWord(word, all, node);
        }
    }
    if (step == LadderStep {})
        return wrong(node.source(), Say::tr("a step names a Definition, a Format or an HDRType."));
    return true;
}

bool PolicyReader::readSeverity(const toml::node& node, Severity& severity)
{
    const QStringList names { u"off"_s, u"info"_s, u"warning"_s, u"error"_s };
    const auto text = node.value<std::string>();
    const QString name = text ? QString::fromStdString(*text) : QString();
    if (const auto known = severityFromName(name)) {
        severity = *known;
        return true;
    }
    const QString nearest = nearestName(name, names);
    if (name.isEmpty() || nearest.isEmpty())
        return wrong(node.source(), Say::tr("a severity is one of: %1.").arg(names.join(u", "_s)));
    return wrong(node.source(), Say::tr("there is no severity “%1”. Is “%2” meant?").arg(oneLine(name, 80), nearest));
}

bool PolicyReader::readText(const toml::node& node, QString& text)
{
    const auto value = node.value<std::string>();
    if (!value || !node.is_string())
        return wrong(node.source(), Say::tr("a text in quotes belongs here."));
    text = QString::fromStdString(*value);
    if (text.isEmpty() || text.size() > 200)
        return wrong(node.source(), Say::tr("the text has 1 to 200 characters."));
    return true;
}

bool PolicyReader::readNames(const toml::node& node, QStringList& names)
{
    const toml::array* items = node.as_array();
    if (!items || items->size() > kMostNames)
        return wrong(node.source(), Say::tr("a list of names belongs here, like [\"h264\", \"hevc\"]."));
    names.clear();
    for (const toml::node& item : *items) {
        QString name;
        if (!readText(item, name))
            return false;
        names << name.toLower();
    }
    return true;
}

bool PolicyReader::readNumber(const toml::node& node, const QString& name, double least, double most, double& number)
{
    const auto value = node.is_number() ? node.value<double>() : std::nullopt;
    if (!value)
        return wrong(node.source(), Say::tr("“%1” is a number.").arg(name));
    if (!std::isfinite(*value) || *value < least || *value > most)
        return wrong(
            node.source(), Say::tr("“%1” is from %2 to %3.").arg(name).arg(least, 0, 'g', 9).arg(most, 0, 'g', 9));
    number = *value;
    return true;
}

bool PolicyReader::unknownKey(const toml::key& key, const QStringList& known)
{
    const QString name = QString::fromUtf8(key.str().data(), static_cast<qsizetype>(key.str().size()));
    const QString nearest = nearestName(name, known);
    return wrong(key.source(),
        nearest.isEmpty()
            ? Say::tr("nothing here is called “%1”. Known: %2.").arg(oneLine(name, 80), known.join(u", "_s))
            : Say::tr("nothing here is called “%1”. Is “%2” meant?").arg(oneLine(name, 80), nearest));
}

bool PolicyReader::wrong(const toml::source_region& where, const QString& what)
{
    const int line = std::max(1, static_cast<int>(where.begin.line));
    const int column = std::max(1, static_cast<int>(where.begin.column));
    const QString place = Say::tr("line %1, column %2").arg(line).arg(column);
    m_error = { .kind = ErrorKind::InvalidRequest,
        .code = u"%1:%2"_s.arg(line).arg(column),
        .message = m_fileName.isEmpty() ? Say::tr("%1: %2").arg(place, what)
                                        : Say::tr("%1, %2: %3").arg(m_fileName, place, what) };
    return false;
}

} // namespace proofreel
