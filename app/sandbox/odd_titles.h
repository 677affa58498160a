// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace proofreel::sandbox {

//! The odd-titles fault: another kind of odd text for each of oddTitleKinds neighbouring places in the catalogue.
constexpr int oddTitleKinds = 12;
[[nodiscard]] QString oddTitle(const QString& title, qint64 place);

//! Puts lone surrogates, which no JSON writer lets pass, where oddTitle() left a mark for them.
void breakSurrogates(QByteArray& json);

} // namespace proofreel::sandbox
