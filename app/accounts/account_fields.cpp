// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/account_fields.h"

#include "ims/endpoint.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr qsizetype kMaxName = 64;
constexpr qsizetype kMaxKey = 128;
constexpr qsizetype kMaxToken = 16 * 1024;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AccountFields)
};

bool isPlain(const QString& text) // what can stand in an HTTP header, without blanks
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c > QChar(u' ') && c < QChar(u'\x7f'); });
}

QString nameProblem(const Profile& profile, const QList<Profile>& others)
{
    const QString name = profile.name.simplified();
    if (name.isEmpty())
        return Words::tr("Give the account a name.");
    if (name.size() > kMaxName)
        return Words::tr("Use at most 64 characters for the name.");
    const bool taken = std::any_of(others.begin(), others.end(), [&](const Profile& other) {
        return other.id != profile.id && other.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return taken ? Words::tr("Another account has this name.") : QString();
}

QString placeProblem(const Profile& profile)
{
    const auto endpoint =
        profile.endpoint.isEmpty() ? endpointForRegion(profile.region) : parseEndpoint(profile.endpoint);
    return endpoint ? QString() : endpoint.error().message;
}

QString keyProblem(const QString& text, const QString& whenEmpty)
{
    if (text.isEmpty())
        return whenEmpty;
    if (text.size() > kMaxKey)
        return Words::tr("This is too long for an AccessKey.");
    if (!isPlain(text))
        return Words::tr("An AccessKey has no spaces and no special letters.");
    return {};
}

QString tokenProblem(const Credentials& credentials)
{
    if (credentials.securityToken.size() > kMaxToken)
        return Words::tr("This is too long for a security token.");
    if (!isPlain(credentials.securityToken))
        return Words::tr("A security token has no spaces and no special letters.");
    if (credentials.securityToken.isEmpty() && credentials.accessKeyId.startsWith("STS."_L1))
        return Words::tr("A temporary key (STS.…) works only with its security token.");
    return {};
}

} // namespace

QString AccountProblems::first() const
{
    for (const QString* problem : { &name, &place, &accessKeyId, &accessKeySecret, &securityToken }) {
        if (!problem->isEmpty())
            return *problem;
    }
    return {};
}

AccountProblems checkAccount(
    const Profile& profile, const Credentials& credentials, const QList<Profile>& others, bool needsSecret)
{
    AccountProblems problems;
    problems.name = nameProblem(profile, others);
    problems.place = placeProblem(profile);
    if (needsSecret || !credentials.accessKeySecret.isEmpty()) {
        problems.accessKeyId = keyProblem(credentials.accessKeyId, Words::tr("Enter the AccessKey ID."));
        problems.accessKeySecret = keyProblem(credentials.accessKeySecret, Words::tr("Enter the AccessKey secret."));
        problems.securityToken = tokenProblem(credentials);
    }
    return problems;
}

} // namespace proofreel
