// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QObject;
class QThread;

namespace proofreel {

//! Ends a worker and its thread without making anybody wait: a media engine may hang for as long as a server does.
//! \a worker lives in \a thread and is deleted there. When the application ends, stragglers get a bounded time.
void reap(QThread* thread, QObject* worker);

} // namespace proofreel
