// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/report_writer.h"

#include "core/write_whole.h"
#include "quality/report_text.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

using MakeFormat = std::unique_ptr<ReportFormat> (*)(const CheckQuestion&);

MakeFormat formatFor(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == "html"_L1 || suffix == "htm"_L1)
        return htmlReport;
    if (suffix == "json"_L1)
        return jsonReport;
    if (suffix == "csv"_L1)
        return csvReport;
    return suffix == "xml"_L1 ? junitReport : nullptr;
}

} // namespace

bool ReportWriter::isKnown(const QString& path)
{
    return formatFor(path) != nullptr;
}

bool ReportWriter::showsPictures(const QString& path)
{
    return formatFor(path) == htmlReport;
}

ReportWriter::ReportWriter(QString path, std::unique_ptr<ReportFormat> format)
    : m_path(std::move(path))
    , m_format(std::move(format))
    // Beside the report: if there is room for one there is room for the other, and both are of the same privacy.
    , m_assets(m_path + u".XXXXXX.part"_s)
{
}

Result<std::unique_ptr<ReportWriter>> ReportWriter::begin(const QString& path, const CheckQuestion& question)
{
    const MakeFormat make = formatFor(path);
    if (!make)
        return fail({ .kind = ErrorKind::InvalidRequest,
            .message = ReportText::tr("“%1” is not the name of a report.").arg(path.left(200)),
            .advice = ReportText::tr("Let it end in .html, .json, .csv or .xml (JUnit).") });
    std::unique_ptr<ReportWriter> writer(new ReportWriter(path, make(question)));
    // A folder would be found out when all is checked, and a device would be replaced by a file.
    if (const QFileInfo there(path); there.exists() && !there.isFile())
        return fail(writer->cannotWrite(ReportText::tr("it is no file")));
    if (!writer->m_assets.openUnbuffered())
        return fail(writer->cannotWrite(writer->m_assets.errorString()));
    return writer;
}

Result<void> ReportWriter::add(const AssetResult& result)
{
    const QByteArray piece = m_format->asset(result);
    if (!writeWhole(m_assets, piece))
        return fail(cannotWrite(m_assets.errorString()));
    return {};
}

Result<void> ReportWriter::finish(const CheckSummary& summary)
{
    if (!m_assets.seek(0))
        return fail(cannotWrite(m_assets.errorString()));
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return fail(cannotWrite(file.errorString()));
    bool isWhole = writeWhole(file, m_format->head(summary));
    QByteArray piece;
    while (isWhole && !(piece = m_assets.read(1 << 20)).isEmpty())
        isWhole = writeWhole(file, piece);
    if (m_assets.error() != QFileDevice::NoError)
        return fail(cannotWrite(m_assets.errorString()));
    if (!isWhole || !writeWhole(file, m_format->tail(summary)) || !file.commit())
        return fail(cannotWrite(file.errorString()));
    m_assets.remove();
    return {};
}

Error ReportWriter::cannotWrite(const QString& why) const
{
    return { .kind = ErrorKind::Io,
        .message = ReportText::tr("The report %1 cannot be written: %2").arg(QDir::toNativeSeparators(m_path), why),
        .advice = ReportText::tr("Choose a folder that you may write to and that has room.") };
}

} // namespace proofreel
