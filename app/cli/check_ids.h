// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QStringList>

#include <string>
#include <vector>

namespace proofreel {
class Client;
}

namespace proofreel::cli {

//! MediaIds named on the command line. InvalidRequest for what is none.
[[nodiscard]] Result<QStringList> idsOf(const std::vector<std::string>& words);
//! MediaIds in a text or table, as OpenList reads them; "-" is standard input. InvalidRequest for lines without any.
[[nodiscard]] Result<QStringList> idsFrom(const QString& file);
//! All that SearchMedia finds, in its order; runs the event loop.
[[nodiscard]] Result<QStringList> idsMatching(Client& client, const QString& match);

} // namespace proofreel::cli
