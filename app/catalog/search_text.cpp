// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/search_text.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct SearchTextWords {
    Q_DECLARE_TR_FUNCTIONS(SearchText)
};

constexpr qsizetype kMaxTokens = 200;
constexpr qsizetype kMaxText = 4096;
constexpr qsizetype kMaxChoices = 20;

const QStringList& fieldNames()
{
    static const QStringList names { u"tag"_s, u"cat"_s, u"status"_s, u"type"_s, u"source"_s, u"after"_s, u"before"_s,
        u"id"_s };
    return names;
}

//! Values of a field that has a fixed set, as the service spells them.
QStringList fixedValues(QStringView field)
{
    if (field == "status"_L1)
        return { u"Normal"_s, u"Preparing"_s, u"PrepareFail"_s, u"Init"_s };
    if (field == "type"_L1)
        return { u"video"_s, u"audio"_s, u"image"_s, u"text"_s };
    if (field == "source"_L1)
        return { u"oss"_s, u"vod"_s, u"live"_s, u"general"_s };
    if (field == "after"_L1 || field == "before"_L1)
        return { u"today"_s, u"yesterday"_s, u"7d"_s, u"30d"_s };
    return {};
}

tl::unexpected<Error> wrong(const QString& message, const QString& advice)
{
    return fail({ .kind = ErrorKind::InvalidRequest, .message = message, .advice = advice });
}

std::optional<QDateTime> moment(const QString& text, const QDateTime& now)
{
    const QString word = text.toLower();
    if (word == "today"_L1)
        return now.date().startOfDay(now.timeZone());
    if (word == "yesterday"_L1)
        return now.date().addDays(-1).startOfDay(now.timeZone());
    if (const QDate day = QDate::fromString(text, Qt::ISODate); text.size() == 10 && day.isValid())
        return day.startOfDay(now.timeZone());
    bool isNumber = false;
    const int count = word.chopped(std::min<qsizetype>(1, word.size())).toInt(&isNumber);
    if (isNumber && count > 0 && count < 100'000 && word.endsWith(u'd'))
        return now.addDays(-count);
    if (isNumber && count > 0 && count < 100'000 && word.endsWith(u'h'))
        return now.addSecs(qint64(count) * -3600);
    if (QDateTime time = QDateTime::fromString(text, Qt::ISODate); time.isValid())
        return time;
    return std::nullopt;
}

Result<void> apply(const SearchToken& token, AssetQuery& query, const CategoryLookup& categories, const QDateTime& now)
{
    const auto oneOf = [&](QString& to) -> Result<void> {
        const QStringList allowed = fixedValues(token.field);
        const auto found = std::find_if(allowed.begin(), allowed.end(),
            [&](const QString& value) { return value.compare(token.value, Qt::CaseInsensitive) == 0; });
        if (found == allowed.end())
            return wrong(SearchTextWords::tr("“%1:%2” is not known.").arg(token.field, token.value.left(60)),
                SearchTextWords::tr("Write %1: and one of %2.").arg(token.field, allowed.join(", "_L1)));
        to = *found;
        return {};
    };
    if (token.field.isEmpty()) {
        query.words.append(token.value);
    } else if (token.field == "tag"_L1) {
        query.tags.append(token.value);
    } else if (token.field == "id"_L1) {
        query.mediaId = token.value;
    } else if (token.field == "type"_L1) {
        return oneOf(query.mediaType);
    } else if (token.field == "status"_L1) {
        return oneOf(query.status);
    } else if (token.field == "source"_L1) {
        return oneOf(query.source);
    } else if (token.field == "cat"_L1) {
        bool isNumber = false;
        const qint64 id = token.value.toLongLong(&isNumber);
        const std::optional<qint64> named = categories ? categories(token.value) : std::nullopt;
        if (!isNumber && !named)
            return wrong(SearchTextWords::tr("There is no category “%1” among those that were loaded.")
                             .arg(token.value.left(60)),
                SearchTextWords::tr("Choose one from the category tree, or write cat: and its number."));
        query.cateId = named ? *named : id;
    } else {
        const std::optional<QDateTime> at = moment(token.value, now);
        if (!at)
            return wrong(SearchTextWords::tr("“%1:%2” is not a day.").arg(token.field, token.value.left(60)),
                SearchTextWords::tr("Write a day like 2026-11-24, today, yesterday, or 7d for the last seven days."));
        (token.field == "after"_L1 ? query.from : query.until) = *at;
    }
    return {};
}

} // namespace

QList<SearchToken> searchTokens(const QString& whole)
{
    const QString text = whole.left(kMaxText);
    QList<SearchToken> tokens;
    qsizetype at = 0;
    const auto quoted = [&] { // at the opening quote; a missing closing one is the end of the text
        const qsizetype end = text.indexOf(u'"', at + 1);
        const QString value = text.mid(at + 1, end < 0 ? -1 : end - at - 1);
        at = end < 0 ? text.size() : end + 1;
        return value;
    };
    const auto bare = [&] {
        const qsizetype start = at;
        while (at < text.size() && !text.at(at).isSpace())
            ++at;
        return text.mid(start, at - start);
    };
    while (tokens.size() < kMaxTokens) {
        while (at < text.size() && text.at(at).isSpace())
            ++at;
        if (at >= text.size())
            break;
        SearchToken token { .start = at };
        for (const QString& name : fieldNames()) {
            if (QStringView(text).mid(at).startsWith(name + u':', Qt::CaseInsensitive)) {
                token.field = name;
                at += name.size() + 1;
                break;
            }
        }
        token.value = (at < text.size() && text.at(at) == u'"' ? quoted() : bare()).trimmed();
        token.length = at - token.start;
        tokens.append(token);
    }
    return tokens;
}

Result<AssetQuery> parseSearchText(
    const QString& text, const AssetQuery& base, const CategoryLookup& categories, const QDateTime& now)
{
    AssetQuery query = base;
    for (const SearchToken& token : searchTokens(text)) {
        if (token.value.isEmpty())
            continue; // still being typed
        if (auto applied = apply(token, query, categories, now); !applied)
            return fail(applied.error());
    }
    if (query.from.isValid() && query.until.isValid() && query.from >= query.until)
        return wrong(SearchTextWords::tr("The time range ends before it begins."),
            SearchTextWords::tr("Exchange after: and before:."));
    return query;
}

QString withoutField(const QString& text, QStringView field)
{
    QString result = text;
    const QList<SearchToken> tokens = searchTokens(text);
    for (auto token = tokens.rbegin(); token != tokens.rend(); ++token) {
        if (token->field == field)
            result.remove(token->start, token->length);
    }
    return result.simplified();
}

QString fieldText(const QString& field, const QString& value)
{
    QString plain = value;
    plain.remove(u'"');
    const bool needsQuotes = std::any_of(plain.begin(), plain.end(), [](QChar c) { return c.isSpace(); });
    return (field.isEmpty() ? QString() : field + u':') + (needsQuotes ? u'"' + plain + u'"' : plain);
}

SearchCompletion completeSearch(
    const QString& text, qsizetype cursor, const QStringList& tags, const QStringList& categories)
{
    const QList<SearchToken> tokens = searchTokens(text);
    SearchToken under { .start = cursor };
    for (const SearchToken& token : tokens) {
        if (token.start < cursor && cursor <= token.start + token.length)
            under = token;
    }
    SearchCompletion completion { under.start, under.length, {} };
    const auto add = [&](const QString& choice) {
        if (completion.choices.size() < kMaxChoices && !completion.choices.contains(choice))
            completion.choices.append(choice);
    };
    if (under.field.isEmpty()) {
        for (const QString& name : fieldNames()) {
            if (!under.value.isEmpty() && name.startsWith(under.value, Qt::CaseInsensitive))
                add(name + u':');
        }
        return completion;
    }
    QStringList values = fixedValues(under.field);
    if (under.field == "tag"_L1)
        values = tags;
    else if (under.field == "cat"_L1)
        values = categories;
    for (const QString& value : std::as_const(values)) { // those that begin so come first
        if (value.startsWith(under.value, Qt::CaseInsensitive))
            add(fieldText(under.field, value));
    }
    for (const QString& value : std::as_const(values)) {
        if (value.contains(under.value, Qt::CaseInsensitive))
            add(fieldText(under.field, value));
    }
    return completion;
}

} // namespace proofreel
