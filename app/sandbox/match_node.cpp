// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/match_node.h"

#include <algorithm>

namespace proofreel::sandbox {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const SearchDocument& document, QStringView field)
{
    if (field == "title"_L1)
        return document.title;
    if (field == "description"_L1)
        return document.description;
    if (field == "mediaId"_L1)
        return document.mediaId;
    if (field == "mediaType"_L1)
        return document.mediaType;
    if (field == "fileInfo.storageLocation"_L1)
        return document.storageLocation;
    if (field == "cateId"_L1)
        return QString::number(document.cateId);
    return field == "status"_L1 ? QString::number(document.status) : QString();
}

qint64 timeOf(const SearchDocument& document, QStringView field)
{
    return field == "utcCreate"_L1 ? document.createdMs : document.modifiedMs;
}

constexpr std::pair<QLatin1StringView, unsigned> knownFields[] = {
    { "title"_L1, FuzzyMatch },
    { "description"_L1, FuzzyMatch },
    { "tagList"_L1, MultiMatch },
    { "mediaId"_L1, ExactMatch },
    { "cateId"_L1, ExactMatch },
    { "status"_L1, ExactMatch | MultiMatch },
    { "utcCreate"_L1, RangeMatch },
    { "utcModified"_L1, RangeMatch },
    { "fileInfo.storageLocation"_L1, ExactMatch | MultiMatch },
    { "ocrInfo.tracks.content"_L1, FuzzyMatch },
    { "aiLabelInfo.category"_L1, ExactMatch },
    { "aiLabelInfo.label_id"_L1, ExactMatch },
    { "mediaType"_L1, ExactMatch | MultiMatch },
};

} // namespace

unsigned matchSupport(QStringView field)
{
    for (const auto& [name, support] : knownFields) {
        if (field == name)
            return support;
    }
    return NoField;
}

QStringList matchFields()
{
    QStringList names;
    for (const auto& [name, support] : knownFields)
        names.append(name);
    return names;
}

QString matchForms(QStringView field)
{
    static const std::pair<MatchSupport, const char*> forms[] = {
        { ExactMatch, "== 'value'" },
        { FuzzyMatch, "= 'part of it'" },
        { MultiMatch, "in ('a','b')" },
        { RangeMatch, "= ['from','to'] or = ('from','to')" },
    };
    QStringList taken;
    for (const auto& [kind, form] : forms) {
        if (matchSupport(field) & kind)
            taken.append(QString::fromLatin1(form));
    }
    return taken.join(u", "_s);
}

bool isNumericField(QStringView field)
{
    return field == "cateId"_L1 || field == "status"_L1 || field == "utcCreate"_L1 || field == "utcModified"_L1;
}

bool MatchExpression::Node::matches(const SearchDocument& document) const
{
    const auto hit = [&document](const auto& child) { return child->matches(document); };
    switch (kind) {
    case MatchKind::And:
        return std::all_of(children.begin(), children.end(), hit);
    case MatchKind::Or:
        return std::any_of(children.begin(), children.end(), hit);
    case MatchKind::Exact:
        return textOf(document, field) == values.first();
    case MatchKind::Contains:
        return textOf(document, field).contains(values.first(), Qt::CaseInsensitive);
    case MatchKind::In:
        if (field == "tagList"_L1) {
            return std::any_of(values.begin(), values.end(),
                [&document](const QString& value) { return document.tags.contains(value); });
        }
        return values.contains(textOf(document, field));
    case MatchKind::Open: {
        const qint64 time = timeOf(document, field);
        return time > numbers[0] && time < numbers[1];
    }
    case MatchKind::Closed: {
        const qint64 time = timeOf(document, field);
        return time >= numbers[0] && time <= numbers[1];
    }
    }
    return false;
}

bool MatchExpression::Node::mentions(QStringView name) const
{
    return field == name
        || std::any_of(children.begin(), children.end(), [name](const auto& child) { return child->mentions(name); });
}

QStringList MatchExpression::Node::valuesOf(QStringView name) const
{
    QStringList all = field == name ? values : QStringList();
    for (const auto& child : children)
        all += child->valuesOf(name);
    return all;
}

} // namespace proofreel::sandbox
