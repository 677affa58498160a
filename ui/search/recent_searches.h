// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

class QSettings;

namespace proofreel {

//! The last 20 searches of each account, the newest first. Holds no ids and no URLs.
class RecentSearches final {
public:
    static constexpr qsizetype kMost = 20;

    explicit RecentSearches(QSettings& settings);

    //! \a transient: what is searched there does not reach the settings.
    void setAccount(const QString& account, bool transient);
    void add(const QString& text);
    [[nodiscard]] QStringList texts() const;
    void keepOnly(const QStringList& accounts); //!< those that were deleted leave nothing behind

private:
    QSettings& m_settings;
    QString m_account;
    bool m_transient = true;
    QHash<QString, QStringList> m_inMemory;
};

} // namespace proofreel
