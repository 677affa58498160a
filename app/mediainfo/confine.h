// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace proofreel::mediainfo {

//! From here on this process has its standard input and output, and nothing else: it opens no file and no socket,
//! writes no core, takes at most a gigabyte. It ends as soon as the other end of \a parent hangs up, whatever it is at.
void confine(int parent);

//! The process is ended (SIGXCPU) once it has worked for \a seconds more, rounded up.
void allowSeconds(unsigned seconds);

} // namespace proofreel::mediainfo
