// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/match_builder.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct MatchWords {
    Q_DECLARE_TR_FUNCTIONS(Match)
};

constexpr qsizetype maxFuzzy = 60; // page: a fuzzy value has at most 60 characters
constexpr qsizetype maxExpression = 4096; // a bound of ours, well inside a URL

bool isLoneSurrogate(const QString& text, qsizetype at)
{
    if (text[at].isHighSurrogate())
        return at + 1 >= text.size() || !text[at + 1].isLowSurrogate();
    return text[at].isLowSurrogate() && (at == 0 || !text[at - 1].isHighSurrogate());
}

//! Ends the value, escapes, or cannot be sent: may not stand inside quotes.
bool isUnsafe(const QString& text, qsizetype at)
{
    const QChar c = text[at];
    return c == u'\'' || c == u'"' || c == u'\\' || c.category() == QChar::Other_Control
        || c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph
        || isLoneSurrogate(text, at);
}

//! Pieces of at most 60 characters, cut between words where there are any.
QStringList pieces(QString text)
{
    QStringList out;
    while (text.size() > maxFuzzy) {
        qsizetype end = text.lastIndexOf(u' ', maxFuzzy);
        if (end <= 0)
            end = text[maxFuzzy - 1].isHighSurrogate() ? maxFuzzy - 1 : maxFuzzy;
        out << text.left(end).trimmed();
        text = text.mid(end).trimmed();
    }
    if (!text.isEmpty())
        out << text;
    return out;
}

QString quoted(const QString& value)
{
    return u'\'' + value + u'\'';
}

} // namespace

void MatchBuilder::refuse(const QString& message, const QString& advice)
{
    if (!m_error)
        m_error = Error { .kind = ErrorKind::InvalidRequest, .message = message, .advice = advice };
}

void MatchBuilder::contains(const QString& field, const QString& value)
{
    QStringList parts;
    QString part;
    bool visible = false;
    for (qsizetype i = 0; i <= value.size(); ++i) {
        if (i < value.size() && !isUnsafe(value, i)) {
            part += value[i];
            continue;
        }
        visible |= i < value.size() && value[i].isPrint();
        parts << pieces(std::exchange(part, {}).trimmed());
    }
    if (parts.isEmpty() && visible)
        return refuse(MatchWords::tr("The search cannot look for quotes and backslashes alone."),
            MatchWords::tr("Add a word that stands beside them."));
    if (value.trimmed().size() > maxFuzzy)
        m_notes << MatchWords::tr("The service searches for at most %1 characters at once; the text is searched for in "
                                  "%n piece(s) that may stand anywhere.",
            nullptr, static_cast<int>(parts.size()))
                       .arg(maxFuzzy);
    for (const QString& words : std::as_const(parts))
        m_conditions << field + u" = "_s + quoted(words);
}

void MatchBuilder::oneOf(const QString& field, const QStringList& values)
{
    QStringList list;
    for (const QString& value : values) {
        const QString exact = value.trimmed();
        for (qsizetype i = 0; i < exact.size(); ++i) {
            if (isUnsafe(exact, i))
                return refuse(MatchWords::tr("The search cannot express the value “%1”.").arg(exact.left(60)),
                    MatchWords::tr("Leave out quotes, backslashes and control characters."));
        }
        if (!exact.isEmpty())
            list << quoted(exact);
    }
    list.removeDuplicates();
    if (!list.isEmpty())
        m_conditions << field + u" in ("_s + list.join(u',') + u')';
}

MatchBuilder& MatchBuilder::titleContains(const QString& value)
{
    contains(u"title"_s, value);
    return *this;
}

MatchBuilder& MatchBuilder::descriptionContains(const QString& value)
{
    contains(u"description"_s, value);
    return *this;
}

MatchBuilder& MatchBuilder::tagIn(const QStringList& tags)
{
    oneOf(u"tagList"_s, tags);
    return *this;
}

MatchBuilder& MatchBuilder::mediaIdIs(const QString& mediaId)
{
    // The field knows "==" only; the check of the value is the same.
    MatchBuilder checked;
    checked.oneOf(u"mediaId"_s, { mediaId });
    if (checked.m_error)
        refuse(checked.m_error->message, checked.m_error->advice);
    else if (!checked.m_conditions.isEmpty())
        m_conditions << u"mediaId == "_s + quoted(mediaId.trimmed());
    return *this;
}

MatchBuilder& MatchBuilder::cateIdIs(qint64 cateId)
{
    m_conditions << u"cateId == "_s + quoted(QString::number(cateId));
    return *this;
}

MatchBuilder& MatchBuilder::statusIn(const QList<int>& numbers)
{
    QStringList texts;
    for (const int number : numbers)
        texts << QString::number(number);
    oneOf(u"status"_s, texts);
    return *this;
}

MatchBuilder& MatchBuilder::mediaTypeIn(const QStringList& types)
{
    if (types.contains("image"_L1) && (types.contains("video"_L1) || types.contains("audio"_L1)))
        refuse(MatchWords::tr("Images cannot be searched for together with video or audio."),
            MatchWords::tr("Search twice: once for images, once for the others."));
    oneOf(u"mediaType"_s, types);
    return *this;
}

MatchBuilder& MatchBuilder::createdBetween(std::optional<qint64> fromMs, std::optional<qint64> toMs, Range range)
{
    if (!fromMs && !toMs)
        return *this;
    constexpr qint64 endOfYear9999 = 253'402'300'799'999;
    const qint64 from = fromMs.value_or(0);
    const qint64 to = toMs.value_or(endOfYear9999);
    if (from > to)
        refuse(MatchWords::tr("The time range ends before it begins."), MatchWords::tr("Exchange the two times."));
    const QString values = quoted(QString::number(from)) + u',' + quoted(QString::number(to));
    m_conditions << u"utcCreate = "_s + (range == Range::Open ? u'(' + values + u')' : u'[' + values + u']');
    return *this;
}

MatchBuilder& MatchBuilder::anyOf(const QList<MatchBuilder>& alternatives)
{
    QStringList texts;
    for (const MatchBuilder& one : alternatives) {
        if (one.m_error)
            refuse(one.m_error->message, one.m_error->advice);
        m_notes << one.m_notes;
        if (one.m_conditions.isEmpty())
            continue;
        // The page does not say which of "and" and "or" binds tighter.
        texts << (one.m_conditions.size() > 1 ? u'(' + one.joined() + u')' : one.joined());
    }
    texts.removeDuplicates();
    if (!texts.isEmpty())
        m_conditions << (texts.size() > 1 ? u'(' + texts.join(u" or "_s) + u')' : texts.first());
    return *this;
}

QString MatchBuilder::joined() const
{
    return m_conditions.join(u" and "_s);
}

Result<MatchText> MatchBuilder::build() const
{
    if (m_error)
        return fail(*m_error);
    MatchText out { joined(), m_notes };
    out.notes.removeDuplicates();
    if (out.text.size() > maxExpression)
        return fail({ .kind = ErrorKind::InvalidRequest,
            .message = MatchWords::tr("The search is too long."),
            .advice = MatchWords::tr("Use fewer or shorter conditions.") });
    return out;
}

QString halfWidthMatch(const QString& expression)
{
    QString out;
    out.reserve(expression.size());
    QChar opened; // the quote that began the value, null outside
    for (QChar c : expression) {
        const bool isCurly = c == u'‘' || c == u'’' || c == u'＇';
        if (!opened.isNull()) {
            // A value in straight quotes may hold curly ones; one in curly quotes ends at the next of any kind.
            if (c == u'\'' || (isCurly && opened != u'\'')) {
                opened = {};
                c = u'\'';
            }
        } else if (c == u'\'' || isCurly) {
            opened = c;
            c = u'\'';
        } else if (c >= u'！' && c <= u'～') {
            c = QChar(c.unicode() - 0xfee0); // the full-width forms mirror ASCII
        } else if (c == u'　') {
            c = u' ';
        } else if (c == u'【' || c == u'】') {
            c = c == u'【' ? u'[' : u']';
        } else if (c == u'、') {
            c = u',';
        }
        out += c;
    }
    return out;
}

} // namespace proofreel
