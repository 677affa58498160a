// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QString>
#include <QVariantList>

#include <functional>

class QSqlError;
class QSqlQuery;

namespace proofreel {

//! One SQLite connection with the tables of the local memory (schema 2). Belongs to the thread that opened it.
//! Every failure is an Io error whose code is SQLite's own number.
class LocalDb {
    Q_DISABLE_COPY_MOVE(LocalDb)
public:
    LocalDb() = default;
    ~LocalDb();

    //! Makes the file (readable by its owner only) and the tables where they are missing, also those that an older
    //! program did not know; WAL. ":memory:" is no file. A file that a newer program wrote is refused and left alone.
    Result<void> open(const QString& file);
    void close();
    [[nodiscard]] bool isOpen() const { return !m_connection.isEmpty(); }

    Result<void> run(const QString& sql, const QVariantList& values = {});
    //! Calls \a row for each row of the answer.
    Result<void> each(const QString& sql, const QVariantList& values, const std::function<void(const QSqlQuery&)>& row);
    void setPatience(int ms); //!< how long a file that another program has locked is waited for

    [[nodiscard]] static bool isDamage(const Error& error); //!< the file is no database, or a broken one

private:
    Result<void> prepare(const QString& file);
    Result<void> makeTables();
    [[nodiscard]] Error errorOf(const QSqlError& error) const;

    QString m_connection;
    QString m_file;
};

} // namespace proofreel
