// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/search/recent_searches.h"

#include "ui/search/target_words.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr auto kGroup = "search/recent"_L1;
constexpr qsizetype kLongest = 1000; // characters

QString keyOf(const QString& account)
{
    return kGroup + u'/' + account;
}

} // namespace

RecentSearches::RecentSearches(QSettings& settings)
    : m_settings(settings)
{
}

void RecentSearches::setAccount(const QString& account, bool transient)
{
    m_account = account;
    m_transient = transient;
}

QStringList RecentSearches::texts() const
{
    if (m_account.isEmpty())
        return {};
    return m_transient ? m_inMemory.value(m_account) : m_settings.value(keyOf(m_account)).toStringList().mid(0, kMost);
}

void RecentSearches::add(const QString& text)
{
    const QString kept = text.simplified();
    if (m_account.isEmpty() || kept.isEmpty() || kept.size() > kLongest || hasTarget(kept))
        return;
    QStringList all = texts();
    all.removeAll(kept);
    all.prepend(kept);
    all = all.mid(0, kMost);
    if (m_transient)
        m_inMemory.insert(m_account, all);
    else
        m_settings.setValue(keyOf(m_account), all);
}

void RecentSearches::keepOnly(const QStringList& accounts)
{
    m_settings.beginGroup(kGroup);
    const QStringList known = m_settings.childKeys();
    m_settings.endGroup();
    for (const QString& account : known) {
        if (!accounts.contains(account))
            m_settings.remove(keyOf(account));
    }
}

} // namespace proofreel
