// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "accounts/profile.h"
#include "core/result.h"

#include <QList>

class QSettings;

namespace proofreel {

//! A profile as it stands in the settings: group "accounts/<id>". Nothing secret.
struct StoredProfile {
    Profile profile;
    bool inKeychain = true; //!< a secret may be in the keychain; false: it never got there
};

//! Reads and writes them. What it reads may have been edited by hand: bounded and repaired, never trusted. GUI thread.
class ProfileSettings final {
public:
    explicit ProfileSettings(QSettings& settings); //!< not owned

    [[nodiscard]] QList<StoredProfile> load() const; //!< by name; names unique without regard to case
    Result<void> store(const StoredProfile& stored); //!< Io if the file cannot be written; then nothing has changed
    Result<void> erase(const QString& profileId); //!< likewise

    [[nodiscard]] QString current() const;
    void setCurrent(const QString& profileId);

private:
    Result<void> write(const QString& profileId, const StoredProfile* stored);

    QSettings& m_settings;
};

} // namespace proofreel
