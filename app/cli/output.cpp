// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"

#include "cli/command.h"
#include "streams/stream_export.h"
#include "workspace/terminal_width.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace proofreel::cli {

namespace {

constexpr qsizetype kBuffer = 256 * 1024;

//! Cut or padded to |width| terminal cells.
QString fitted(QString text, int width)
{
    const int cells = std::abs(width);
    if (terminalWidth(text) > cells) {
        while (terminalWidth(text) > cells - 1)
            text.chop(text.back().isLowSurrogate() ? 2 : 1);
        text += u'…';
    }
    const QString padding(cells - terminalWidth(text), u' ');
    return width < 0 ? padding + text : text + padding;
}

} // namespace

QString cellText(const QJsonValue& value)
{
    if (value.isDouble()) {
        const double number = value.toDouble();
        const qint64 whole = value.toInteger();
        return double(whole) == number ? QString::number(whole) : QString::number(number, 'g', 12);
    }
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isArray() || value.isObject()) {
        const QJsonDocument document =
            value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
        return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
    }
    QString text = value.toString();
    for (QChar& c : text) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = u' '; // a title must not move the cursor or turn the line around
    }
    return text;
}

RowWriter::Format RowWriter::formatFrom(const std::string& name)
{
    if (name == "json")
        return Format::Json;
    if (name == "jsonl")
        return Format::JsonLines;
    return name == "csv" ? Format::Csv : Format::Table;
}

RowWriter::RowWriter(Format format, QList<Column> columns)
    : m_format(format)
    , m_columns(std::move(columns))
{
    if (m_format == Format::Json) {
        m_out += '[';
    } else if (m_format == Format::Csv || m_format == Format::Table) {
        QStringList names;
        for (const Column& column : std::as_const(m_columns)) {
            if (m_format == Format::Csv)
                names << csvCell(column.name);
            else if (column.width != 0)
                names << fitted(column.name, column.width);
        }
        m_out += names.join(m_format == Format::Csv ? u","_s : u"  "_s).toUtf8() + '\n';
    }
}

RowWriter::~RowWriter()
{
    if (m_format == Format::Json)
        m_out += m_first ? "]\n" : "\n]\n";
    flush();
}

void RowWriter::write(const QJsonObject& row)
{
    if (m_format == Format::Json || m_format == Format::JsonLines) {
        if (m_format == Format::Json)
            m_out += m_first ? "\n" : ",\n";
        m_out += QJsonDocument(row).toJson(QJsonDocument::Compact);
        if (m_format == Format::JsonLines)
            m_out += '\n';
    } else {
        QStringList cells;
        for (const Column& column : std::as_const(m_columns)) {
            const QString text = cellText(row.value(column.name));
            if (m_format == Format::Csv)
                cells << csvCell(text);
            else if (column.width != 0)
                cells << fitted(text, column.width);
        }
        m_out += cells.join(m_format == Format::Csv ? u","_s : u"  "_s).toUtf8() + '\n';
    }
    m_first = false;
    if (m_out.size() > kBuffer)
        flush();
}

bool RowWriter::flush()
{
    if (m_error == 0 && !m_out.isEmpty()) {
        errno = 0;
        if (std::fwrite(m_out.constData(), 1, size_t(m_out.size()), stdout) != size_t(m_out.size())
            || std::fflush(stdout) != 0)
            m_error = errno != 0 ? errno : EIO;
    }
    m_out.clear();
    return m_error == 0;
}

int RowWriter::failure() const
{
    if (m_error == EPIPE)
        return ReaderGone;
    return report({ .kind = ErrorKind::Io,
        .message = Cli::tr("The output cannot be written: %1").arg(QString::fromLocal8Bit(std::strerror(m_error))) });
}

void printJson(const QJsonObject& object)
{
    QTextStream(stdout) << QString::fromUtf8(QJsonDocument(object).toJson());
}

bool isTerminal(int file)
{
    return ::isatty(file) != 0 && qgetenv("TERM") != "dumb";
}

} // namespace proofreel::cli
