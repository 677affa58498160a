// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/separated_text.h"

#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr qsizetype kLongestQuoted = 16'384; // characters; a title or a URL
constexpr int kSample = 20; // lines

QStringDecoder::Encoding encodingOf(const QByteArray& bytes)
{
    if (const auto marked = QStringConverter::encodingForData(bytes))
        return *marked;
    // Text of ids and URLs has a zero in every other byte where it is UTF-16 without a mark.
    const QByteArray head = bytes.first(std::min<qsizetype>(bytes.size(), 64));
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i < head.size(); ++i)
        (i % 2 == 0 ? even : odd) += head.at(i) == '\0' ? 1 : 0;
    if (odd > head.size() / 3 && even == 0)
        return QStringConverter::Utf16LE;
    if (even > head.size() / 3 && odd == 0)
        return QStringConverter::Utf16BE;
    return QStringConverter::Utf8;
}

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r';
}

//! Null: words.
QChar delimiterOf(const QString& text)
{
    int lines = 0;
    int tabs = 0;
    int semicolons = 0;
    int commas = 0;
    for (qsizetype from = 0; from < text.size() && lines < kSample;) {
        qsizetype to = from;
        bool tab = false;
        bool semicolon = false;
        bool comma = false;
        bool any = false;
        for (; to < text.size() && !isLineEnd(text.at(to)); ++to) {
            const QChar c = text.at(to);
            tab |= c == u'\t';
            semicolon |= c == u';';
            comma |= c == u',';
            any |= !c.isSpace();
        }
        lines += any ? 1 : 0;
        tabs += any && tab ? 1 : 0;
        semicolons += any && semicolon ? 1 : 0;
        commas += any && comma ? 1 : 0;
        from = to + 1;
    }
    if (2 * tabs > lines)
        return u'\t';
    if (2 * semicolons > lines)
        return u';';
    return 2 * commas > lines ? QChar(u',') : QChar();
}

class Reader {
public:
    explicit Reader(const QString& text)
        : m_text(text)
        , m_delimiter(delimiterOf(text))
    {
    }
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    QStringList nextRow()
    {
        QStringList fields;
        while (!atEnd() && !isLineEnd(m_text.at(m_at))) {
            fields += nextField().trimmed();
            if (!atEnd() && isDelimiter(m_text.at(m_at)))
                ++m_at;
        }
        ++m_at;
        return fields;
    }

private:
    [[nodiscard]] bool isDelimiter(QChar c) const
    {
        return m_delimiter.isNull() ? c.isSpace() && !isLineEnd(c) : c == m_delimiter;
    }
    [[nodiscard]] bool endsField(qsizetype at) const
    {
        return at >= m_text.size() || isLineEnd(m_text.at(at)) || isDelimiter(m_text.at(at));
    }
    QString nextField()
    {
        if (m_text.at(m_at) == u'"') {
            if (const qsizetype close = closingQuote(); close > 0) {
                const QString inside = m_text.sliced(m_at + 1, close - m_at - 1);
                m_at = close + 1;
                return QString(inside).replace(u"\"\""_s, u"\""_s);
            }
        }
        const qsizetype from = m_at;
        while (!endsField(m_at))
            ++m_at;
        return m_text.sliced(from, m_at - from);
    }
    [[nodiscard]] qsizetype closingQuote() const
    {
        const qsizetype last = std::min(m_text.size(), m_at + kLongestQuoted);
        for (qsizetype at = m_at + 1; at < last; ++at) {
            if (m_text.at(at) != u'"')
                continue;
            if (at + 1 < m_text.size() && m_text.at(at + 1) == u'"')
                ++at;
            else
                return endsField(at + 1) ? at : -1;
        }
        return -1;
    }

    const QString& m_text;
    QChar m_delimiter;
    qsizetype m_at = 0;
};

} // namespace

QString textOfBytes(const QByteArray& bytes)
{
    QStringDecoder decode(encodingOf(bytes));
    const QString text = decode(bytes);
    return text.contains(QChar(u'\0')) ? QString() : text;
}

void eachRow(const QString& text, const std::function<bool(const QStringList& fields)>& row)
{
    Reader reader(text);
    while (!reader.atEnd()) {
        const QStringList fields = reader.nextRow();
        const bool isEmpty =
            std::all_of(fields.cbegin(), fields.cend(), [](const QString& field) { return field.isEmpty(); });
        if (!isEmpty && !row(fields))
            return;
    }
}

} // namespace proofreel
