// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

class QWidget;

//! Labels, buttons and tabs under \a root whose text does not fit into them: one line each, empty when all is well.
//! What is meant to be elided, hidden or scrolled is left out.
[[nodiscard]] QStringList clippedTexts(const QWidget* root);
