// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/history_table.h"
#include "core/call.h"
#include "core/clock.h"

#include <QAbstractListModel>
#include <QDate>

#include <optional>

namespace proofreel {

class LocalStore;

//! The assets that were opened with an account, the newest first, at most 500. GUI thread.
class HistoryModel final : public QAbstractListModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryModel)
public:
    enum Role {
        MediaIdRole = Qt::UserRole,
        TitleRole, //!< may be empty
        MediaTypeRole,
        OpenedAtRole, //!< QDateTime, local
        DayRole, //!< QDate, local: rows of one day stand together
        DayTextRole, //!< "Today", "Yesterday", else the date; translated
        PositionRole, //!< qint64 ms; invalid where it was not played
        StreamKeyRole, //!< of the rendition played last; may be empty
    };

    HistoryModel(LocalStore& store, const Clock& clock, QObject* parent = nullptr);
    ~HistoryModel() override;

    void setAccount(const QString& account); //!< loads its rows; empty: none
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

    //! It is looked at now: moves to the top and keeps its position. Without a title the known one stays.
    void opened(const QString& mediaId, const QString& title, const QString& mediaType);
    //! Where it is being played. An asset that is not here is ignored. \a positionMs -1: start over next time.
    void setPosition(const QString& mediaId, qint64 positionMs, const QString& streamKey);
    [[nodiscard]] std::optional<HistoryEntry> entry(const QString& mediaId) const;
    [[nodiscard]] const HistoryEntry& at(int row) const { return m_rows.at(row); }
    void remove(const QString& mediaId);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void loaded();

private:
    void show(const QList<HistoryEntry>& stored);
    [[nodiscard]] int rowOf(const QString& mediaId) const;
    void save(const HistoryEntry& entry);
    [[nodiscard]] QString dayText(const QDate& day) const;

    LocalStore& m_store;
    const Clock& m_clock;
    QString m_account;
    QList<HistoryEntry> m_rows;
    CallHandle m_load;
    bool m_loaded = false;
};

} // namespace proofreel
