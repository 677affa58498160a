// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QWidget;

namespace proofreel {

//! Version, licence and what this build stands on, in a box that blocks nothing else.
void showAbout(QWidget* parent);

} // namespace proofreel
