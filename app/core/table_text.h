// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QStringList>

namespace proofreel {

//! Tables as text for the clipboard: one list per row, the first is the heading. All rows have as many cells.
using TextTable = QList<QStringList>;

//! Cells parted by tabs, as spreadsheets take them. Tabs and line breaks in a cell become spaces; what a spreadsheet
//! would take for a formula gets an apostrophe in front.
[[nodiscard]] QString asTsv(const TextTable& table);
//! One such cell; of a longer text its first \a longest characters.
[[nodiscard]] QString tsvCell(const QString& text, qsizetype longest = 300);
//! For tickets and wikis (GitHub's Markdown). What would be markup in a cell is escaped.
[[nodiscard]] QString asMarkdown(const TextTable& table);

} // namespace proofreel
