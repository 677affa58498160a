// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ims/credentials.h"

#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QUrl>

namespace proofreel::bench {

//! `proofreel-cli sandbox` in a process of its own, so that what it costs is not measured; ends with this.
class CliSandbox {
public:
    ~CliSandbox();
    //! False if it does not come up within a minute.
    [[nodiscard]] bool start(const QString& cli, const QStringList& options = {});

    [[nodiscard]] QUrl endpoint() const;
    [[nodiscard]] Credentials credentials() const;
    [[nodiscard]] qint64 assets() const; //!< how many it has
    [[nodiscard]] QStringList mediaIds() const; //!< the first of them

private:
    QProcess m_process;
    QJsonObject m_ready; //!< its first line
};

} // namespace proofreel::bench
