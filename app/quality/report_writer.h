// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "quality/report_format.h"

#include <QTemporaryFile>

namespace proofreel {

//! Writes one report to a file: begin, add() for each asset, finish(). The assets go to a temporary file meanwhile, so
//! that memory does not grow with their number; the report itself appears whole or not at all.
//! Blocks on the disk; one thread at a time.
class ReportWriter {
public:
    //! By the suffix: .html .htm .json .csv .xml. InvalidRequest for any other, Io where nothing can be written.
    [[nodiscard]] static Result<std::unique_ptr<ReportWriter>> begin(
        const QString& path, const CheckQuestion& question);
    //! Whether there is such a report: for checking arguments.
    [[nodiscard]] static bool isKnown(const QString& path);
    [[nodiscard]] static bool showsPictures(const QString& path); //!< HTML

    Result<void> add(const AssetResult& result); //!< after a failure the report is lost: no finish()
    Result<void> finish(const CheckSummary& summary); //!< once; without it no report appears

    [[nodiscard]] QString path() const { return m_path; }

private:
    ReportWriter(QString path, std::unique_ptr<ReportFormat> format);
    [[nodiscard]] Error cannotWrite(const QString& why) const;

    //! What a full disk refuses is to be known at once, not out of a buffer later.
    struct UnbufferedFile final : QTemporaryFile {
        using QTemporaryFile::QTemporaryFile;
        bool openUnbuffered() { return QTemporaryFile::open(ReadWrite | Unbuffered); }
    };

    QString m_path;
    std::unique_ptr<ReportFormat> m_format;
    UnbufferedFile m_assets;
};

} // namespace proofreel
