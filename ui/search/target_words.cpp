// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/search/target_words.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr qsizetype kMostWords = 100;
constexpr qsizetype kMostText = 64 * 1024;

QStringList wordsOf(const QString& text)
{
    static const QRegularExpression between(u"[\\s,;\"\\x{2028}\\x{2029}]+"_s);
    return text.left(kMostText).split(between, Qt::SkipEmptyParts).mid(0, kMostWords);
}

bool isTarget(const QString& word)
{
    static const QRegularExpression target(
        u"^([0-9a-f]{32}|(oss|vod|https?|proofreel)://.+)$"_s, QRegularExpression::CaseInsensitiveOption);
    return target.match(word).hasMatch();
}

} // namespace

bool isOnlyTargets(const QString& text)
{
    QStringList words = wordsOf(text);
    if (words.size() > 1 && text.size() > kMostText)
        words.removeLast(); // cut in the middle
    return !words.isEmpty() && std::all_of(words.begin(), words.end(), isTarget);
}

bool hasTarget(const QString& text)
{
    static const QRegularExpression id(u"[0-9a-fA-F]{32}|://"_s);
    return id.match(text).hasMatch();
}

} // namespace proofreel
