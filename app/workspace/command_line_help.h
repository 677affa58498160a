// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

namespace proofreel {

//! Makes CLI11's own words (headings, kinds of values, --help, what is wrong) those of the language in force, for \a
//! app and all its commands, and aligns columns that hold wide characters. Call when everything is declared, before
//! parse().
void translateCommandLine(CLI::App& app);

} // namespace proofreel
