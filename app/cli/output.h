// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

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
    Q_DISABLE_COPY_MOVE(RowWriter)

    void write(const QJsonObject& row);
    //! Hands the rows on to stdout. False when they cannot be written; failure() then says why.
    bool flush();
    //! Reports it, unless stdout's reader has gone: that is how a pipe ends. The exit code.
    [[nodiscard]] int failure() const;

    static Format formatFrom(const std::string& name); //!< a name that CLI11 has already checked

private:
    QByteArray m_out;
    int m_error = 0; // errno
    Format m_format;
    QList<Column> m_columns;
    bool m_first = true;
};

//! Text of a JSON value as a cell: no quotes, integers without exponent, line breaks and controls replaced.
[[nodiscard]] QString cellText(const QJsonValue& value);
void printJson(const QJsonObject& object);
//! Whether \a file (STDERR_FILENO, say) is shown where a line can be written over.
[[nodiscard]] bool isTerminal(int file);

} // namespace proofreel::cli
