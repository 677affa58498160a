// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/profile_settings.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <QSettings>
#include <QVariantMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr auto kGroup = "accounts"_L1;
constexpr auto kCurrent = "currentAccount"_L1;
constexpr qsizetype kMaxText = 300;
constexpr int kMaxProfiles = 1000;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ProfileSettings)
};

bool isProfileId(const QString& text)
{
    static const QRegularExpression pattern(u"\\A[A-Za-z0-9-]{1,64}\\z"_s);
    return pattern.match(text).hasMatch();
}

QString textOf(const QSettings& settings, const QString& key)
{
    return settings.value(key).toString().left(kMaxText).simplified();
}

//! A name of that text that nobody has yet: "prod", "prod (2)" ...
QString uniqueName(const QString& wished, QSet<QString>& taken)
{
    QString name = wished;
    for (int n = 2; taken.contains(name.toCaseFolded()); ++n)
        name = u"%1 (%2)"_s.arg(wished).arg(n);
    taken.insert(name.toCaseFolded());
    return name;
}

} // namespace

ProfileSettings::ProfileSettings(QSettings& settings)
    : m_settings(settings)
{
}

QList<StoredProfile> ProfileSettings::load() const
{
    // A view of its own: the group of the shared object stays untouched.
    QSettings file(m_settings.fileName(), m_settings.format());
    file.beginGroup(kGroup);
    QList<StoredProfile> all;
    QSet<QString> names;
    const QStringList ids = file.childGroups();
    for (const QString& id : ids.first(std::min<qsizetype>(ids.size(), kMaxProfiles))) {
        if (!isProfileId(id))
            continue;
        file.beginGroup(id);
        const QString name = textOf(file, u"name"_s);
        all.append({ { id, uniqueName(name.isEmpty() ? id.left(8) : name, names), textOf(file, u"region"_s),
                         textOf(file, u"endpoint"_s), textOf(file, u"accessKeyIdHint"_s) },
            file.value(u"inKeychain"_s, true).toBool() });
        file.endGroup();
    }
    std::sort(all.begin(), all.end(), [](const StoredProfile& a, const StoredProfile& b) {
        return QString::localeAwareCompare(a.profile.name, b.profile.name) < 0;
    });
    return all;
}

Result<void> ProfileSettings::store(const StoredProfile& stored)
{
    return write(stored.profile.id, &stored);
}

Result<void> ProfileSettings::erase(const QString& profileId)
{
    return write(profileId, nullptr);
}

Result<void> ProfileSettings::write(const QString& profileId, const StoredProfile* stored)
{
    // An object of its own, because QSettings never forgets an error that it once had.
    QSettings file(m_settings.fileName(), m_settings.format());
    file.beginGroup(kGroup);
    file.beginGroup(profileId);
    QVariantMap before;
    const QStringList keys = file.childKeys();
    for (const QString& key : keys)
        before.insert(key, file.value(key));
    QVariantMap after = before; // keys of a newer version stay
    if (stored) {
        after.insert(u"name"_s, stored->profile.name);
        after.insert(u"region"_s, stored->profile.region);
        after.insert(u"endpoint"_s, stored->profile.endpoint);
        after.insert(u"accessKeyIdHint"_s, stored->profile.accessKeyIdHint);
        after.insert(u"inKeychain"_s, stored->inKeychain);
    } else {
        after.clear();
    }
    const auto put = [&file](const QVariantMap& values) {
        file.remove(QString());
        for (auto value = values.cbegin(); value != values.cend(); ++value)
            file.setValue(value.key(), value.value());
    };
    put(after);
    file.sync();
    if (file.status() != QSettings::AccessError)
        return {};
    put(before); // else QSettings would try again later, behind our back
    return fail({ .kind = ErrorKind::Io,
        .message = Words::tr("The settings file %1 cannot be written.").arg(m_settings.fileName()),
        .advice = Words::tr("Check its permissions and the free disk space.") });
}

QString ProfileSettings::current() const
{
    return m_settings.value(kCurrent).toString();
}

void ProfileSettings::setCurrent(const QString& profileId)
{
    m_settings.setValue(kCurrent, profileId);
}

} // namespace proofreel
