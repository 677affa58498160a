// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "quality/asset_result.h"

#include <QFile>
#include <QHash>
#include <QLockFile>
#include <QMutex>

namespace proofreel {

//! What a journal answers: results of another question cannot go on in it.
struct JournalQuestion {
    QByteArray policyText; //!< of policyText()
    bool deep = false;
};

//! Results of a batch on disk as they come, one JSON line each behind a line with the question. What append() has
//! confirmed survives the end of the process and of the machine. A line that was cut off is dropped; so is anything
//! else that cannot be read, and that asset is checked again. Blocks on the disk.
class Journal {
public:
    //! Makes the file, or goes on with it. InvalidRequest where it belongs to another question, is no journal, or is
    //! in use by another process; Io where it cannot be written.
    [[nodiscard]] static Result<std::unique_ptr<Journal>> open(const QString& path, const JournalQuestion& question);

    //! Whether it was checked when the journal was opened. An asset that could not be asked for, because the service
    //! or the network failed, was not.
    [[nodiscard]] bool has(const QString& mediaId) const { return m_lines.contains(mediaId); }
    [[nodiscard]] qsizetype count() const { return m_lines.size(); }
    //! That result; Io if it cannot be read any more.
    [[nodiscard]] Result<AssetResult> read(const QString& mediaId);

    //! Writes through to the disk. Io, and then the file is as it was before. Any thread.
    Result<void> append(const AssetResult& result);

    [[nodiscard]] QString path() const { return m_path; }

private:
    Journal(QString path, const JournalQuestion& question);
    Result<void> goOn();
    Result<void> write(const QByteArray& line);
    [[nodiscard]] Error cannot(const QString& why) const;
    [[nodiscard]] Error wrongFile(const QString& what) const;

    const QString m_path;
    const QByteArray m_header; //!< with its line end
    QLockFile m_lock;
    QMutex m_mutex;
    QFile m_out, m_in;
    QHash<QString, qint64> m_lines; //!< where the last result of an asset stands
};

} // namespace proofreel
