// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace proofreel {

//! SIGINT and SIGTERM end the event loop of the application in order, so that destructors run. Call once, after the
//! application object exists. A second signal ends the process at once.
void quitOnSignal();

} // namespace proofreel
