// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/workspace.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace proofreel {

//! `proofreel [--demo] [--profile NAME] [--media-id ID | --input-url URL | --play-url URL] [ID-or-URL...]`; names are
//! fixed by the contracts. Secrets are never taken from here.
struct CommandLine {
    WorkspaceOptions workspace;
    bool verbose = false;
    QString mediaId, inputUrl, playUrl;
    QStringList targets;
    QString tour; //!< path of the screenshot: do the demo without a person (tour.h)
};

struct ParsedCommandLine {
    CommandLine options;
    std::optional<int> exitCode; //!< set: help, version or a mistake was printed; end with this
};

[[nodiscard]] ParsedCommandLine parseCommandLine(int argc, const char* const* argv);

} // namespace proofreel
