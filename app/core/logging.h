// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLoggingCategory>

//! One category per room; default level is warning, `--verbose` lowers it to debug. Messages pass through
//! redact() (see installLogging), yet no secret may be handed to a logger in the first place.
Q_DECLARE_LOGGING_CATEGORY(lcNet) // proofreel.net
Q_DECLARE_LOGGING_CATEGORY(lcIms) // proofreel.ims
Q_DECLARE_LOGGING_CATEGORY(lcAccounts) // proofreel.accounts
Q_DECLARE_LOGGING_CATEGORY(lcPlayback) // proofreel.playback
Q_DECLARE_LOGGING_CATEGORY(lcStore) // proofreel.store
Q_DECLARE_LOGGING_CATEGORY(lcUi) // proofreel.ui

namespace proofreel {

//! Installs the message handler (stderr, redacted, time-stamped). Call first thing in main(), and again once the
//! command line is known. Warnings of Qt and its libraries are written if \a verbose only.
void installLogging(bool verbose);

} // namespace proofreel
