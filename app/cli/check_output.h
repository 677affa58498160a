// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/output.h"
#include "quality/batch.h"
#include "quality/report_writer.h"

#include <optional>
#include <vector>

namespace proofreel::cli {

//! What `check` prints and writes, asset by asset: rows (on a terminal blocks) or a document on stdout, reports, and on
//! stderr how far it is: one line that changes on a terminal, a line now and then elsewhere.
class CheckOutput {
public:
    CheckOutput(const std::string& format, const CheckQuestion& question);

    Result<void> beginReports(const std::vector<std::string>& paths);
    void begin(); //!< prints the head, so not before there is something to check: a document has its end, too
    void add(const AssetResult& result); //!< what fails is kept for finish(); isBroken() tells
    void showProgress(const BatchProgress& progress, const CheckSummary& summary);
    //! Ends all of them and says how it went. The exit code, as far as output decides it: 0, or why it is not whole.
    int finish(const CheckSummary& summary);
    [[nodiscard]] bool isBroken() const { return m_failure.has_value(); } //!< going on would be for nothing
    //! Why assets could not be checked: the exit code for it, 0 if all could.
    [[nodiscard]] int errorCode() const { return m_errorCode; }

private:
    void print(const QByteArray& piece);
    void printRows(const AssetResult& result);
    void printBlock(const AssetResult& result);
    void clearLine();

    std::unique_ptr<RowWriter> m_rows; //!< of a table
    std::unique_ptr<ReportFormat> m_document; //!< of the other formats; without either, blocks for a person
    std::vector<std::unique_ptr<ReportWriter>> m_reports;
    std::optional<int> m_failure; //!< exit code
    bool m_isDeaf = false; //!< stdout takes no more; where only a report fails, it still gets its end
    int m_errorCode = 0;
    const bool m_isTerminal;
    bool m_hasLine = false;
    QElapsedTimer m_sinceShown;
    CheckQuestion m_question;
};

} // namespace proofreel::cli
