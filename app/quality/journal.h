// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "quality/asset_result.h"

#include <QFile>
#include <QHash>
#include <QLockFile>
#include <QMutex>

#include <functional>

namespace proofreel {

//! What a journal answers: results of another question cannot go on in it.
struct JournalQuestion {
    QByteArray policyText; //!< of policyText()
    bool deep = false;
    QString reference; //!< Reference::identity(); empty: none
    bool allowPrivateHosts = false;
};

//! Results of a batch on disk as they come, one JSON line each behind a line with the question. What append() has
//! confirmed survives the end of the process and of the machine. A line that was cut off is dropped; so is anything
//! else that cannot be read, and that asset is checked again. Blocks on the disk.
class Journal {
public:
    //! Makes the file, or goes on with it. InvalidRequest where it belongs to another question, is no journal, or is
    //! in use by another process; Io where it cannot be written.
    //! \a seen is told of every result that is read meanwhile; of two for one asset the later one counts.
    [[nodiscard]] static Result<std::unique_ptr<Journal>> open(
        const QString& path, const JournalQuestion& question, std::function<void(const AssetResult&)> seen = {});

    // All of these from any thread; they wait for each other.

    //! Whether it was checked. An asset that could not be asked for, because the service or the network failed, was
    //! not.
    [[nodiscard]] bool has(const QString& mediaId) const;
    [[nodiscard]] qsizetype count() const; //!< of those
    [[nodiscard]] bool knows(const QString& mediaId) const; //!< there is a result, settled or not
    //! The last result of that asset, settled or not; Io if it cannot be read any more, or there is none.
    [[nodiscard]] Result<AssetResult> read(const QString& mediaId);

    //! Writes through to the disk. Io, and then the file is as it was before.
    Result<void> append(const AssetResult& result);
    //! These are to be checked again: from now on they count as not checked. Io as append().
    Result<void> forget(const QStringList& mediaIds);

    [[nodiscard]] QString path() const { return m_path; }

private:
    Journal(QString path, const JournalQuestion& question);
    struct Line {
        qint64 at = 0; //!< where the last result of an asset stands
        bool isSettled = false;
    };
    Result<void> goOn(const std::function<void(const AssetResult&)>& seen);
    void drop(const QString& mediaId);
    void note(const AssetResult& result, qint64 at);
    Result<void> write(const QByteArray& line);
    [[nodiscard]] Error cannot(const QString& why) const;
    [[nodiscard]] Error wrongFile(const QString& what) const;

    const QString m_path;
    const QByteArray m_header; //!< with its line end
    QLockFile m_lock;
    mutable QMutex m_mutex; //!< of all below
    QFile m_out, m_in;
    QHash<QString, Line> m_lines;
    qsizetype m_settled = 0;
};

} // namespace proofreel
