// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QTextStream>

namespace proofreel::cli {

//! Rows on stdout as they come: an aligned table, one JSON array, JSON lines, or CSV that no spreadsheet takes for a
//! formula. Messages never go here.
class RowWriter {
public:
    enum class Format { Table, Json, JsonLines, Csv };
    struct Column {
        QString name; //!< JSON key and heading
        int width = 0; //!< characters in a table; 0: not shown there; negative: right-aligned
    };

    RowWriter(Format format, QList<Column> columns);
    ~RowWriter(); //!< closes the document

    void write(const QJsonObject& row);

    static Format formatFrom(const std::string& name); //!< a name that CLI11 has already checked

private:
    QTextStream m_out;
    Format m_format;
    QList<Column> m_columns;
    bool m_first = true;
};

//! Text of a JSON value as a cell: no quotes, integers without exponent, line breaks and controls replaced.
[[nodiscard]] QString cellText(const QJsonValue& value);
//! Width on a terminal: East Asian wide characters count two.
[[nodiscard]] qsizetype terminalWidth(const QString& text);
void printJson(const QJsonObject& object);

} // namespace proofreel::cli
