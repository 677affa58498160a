// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>

namespace proofreel {

//! UTF-8 or UTF-16 (with or without its mark) as text; bytes that are neither become U+FFFD. Null: not a text.
[[nodiscard]] QString textOfBytes(const QByteArray& bytes);

//! A text as rows of fields: tab, semicolon or comma, whichever most of its first lines have; else each row's words.
//! Quotes as in CSV, also around line ends; one that is not closed stands for itself. Fields are trimmed; empty lines
//! are left out. \a row returns false to stop.
void eachRow(const QString& text, const std::function<bool(const QStringList& fields)>& row);

} // namespace proofreel
