// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/accounts/region_names.h"

#include "accounts/profile.h"

#include <QCoreApplication>
#include <QHash>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RegionNames)
};

} // namespace

QString regionName(const QString& region)
{
    const QHash<QString, QString> names {
        { u"cn-shanghai"_s, Words::tr("Shanghai") },
        { u"cn-beijing"_s, Words::tr("Beijing") },
        { u"cn-hangzhou"_s, Words::tr("Hangzhou") },
        { u"cn-shenzhen"_s, Words::tr("Shenzhen") },
        { u"ap-southeast-1"_s, Words::tr("Singapore") },
        { u"us-west-1"_s, Words::tr("Silicon Valley") },
    };
    return names.value(region, region);
}

QString placeName(const Profile& profile)
{
    if (profile.endpoint.isEmpty())
        return regionName(profile.region);
    const QUrl url = QUrl::fromUserInput(profile.endpoint);
    return url.port() < 0 ? url.host() : u"%1:%2"_s.arg(url.host()).arg(url.port());
}

} // namespace proofreel
