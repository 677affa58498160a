// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/credentials_text.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr qsizetype kMaxText = 64 * 1024;

std::optional<Credentials> complete(const Credentials& credentials)
{
    return credentials.isEmpty() ? std::nullopt : std::optional(credentials);
}

std::optional<Credentials> fromJson(const QString& text)
{
    QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    if (object["Credentials"_L1].isObject())
        object = object["Credentials"_L1].toObject();
    return complete({ object["AccessKeyId"_L1].toString().trimmed(), object["AccessKeySecret"_L1].toString().trimmed(),
        object["SecurityToken"_L1].toString().trimmed() });
}

QStringList cells(const QString& line)
{
    static const QRegularExpression separator(u"[,;\\t ]+"_s);
    QStringList result;
    const QStringList parts = line.split(separator, Qt::SkipEmptyParts);
    for (QString part : parts)
        result << part.remove(u'"').trimmed();
    return result;
}

bool isHeader(const QString& line)
{
    return line.contains("AccessKey"_L1, Qt::CaseInsensitive) && line.contains("secret"_L1, Qt::CaseInsensitive);
}

} // namespace

std::optional<Credentials> credentialsFromText(const QString& pasted)
{
    if (pasted.size() > kMaxText)
        return std::nullopt;
    QString text = pasted.trimmed();
    text.remove(QChar(QChar::ByteOrderMark));
    if (text.startsWith(u'{'))
        return fromJson(text);

    static const QRegularExpression lineEnd(u"[\\r\\n\\x{2028}]+"_s);
    const QStringList lines = text.split(lineEnd, Qt::SkipEmptyParts);
    for (const QString& line : lines) {
        if (isHeader(line))
            continue;
        const QStringList found = cells(line);
        // The console's file for a RAM user puts logon name and password before the pair.
        qsizetype first = found.size() - 2;
        for (qsizetype i = 0; i + 1 < found.size(); ++i) {
            if (found.at(i).startsWith("LTAI"_L1) || found.at(i).startsWith("STS."_L1)) {
                first = i;
                break;
            }
        }
        if (found.size() > 4 || first < 0)
            continue;
        const QString token = found.value(first).startsWith("STS."_L1) ? found.value(first + 2) : QString();
        return complete({ found.value(first), found.value(first + 1), token });
    }
    return std::nullopt;
}

} // namespace proofreel
