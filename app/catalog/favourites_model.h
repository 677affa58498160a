// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/favourites_table.h"
#include "core/call.h"
#include "core/clock.h"

#include <QAbstractListModel>
#include <QSet>

namespace proofreel {

class LocalStore;

//! The assets with a star of an account, the newest first, at most 5,000. GUI thread.
class FavouritesModel final : public QAbstractListModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FavouritesModel)
public:
    enum Role {
        MediaIdRole = Qt::UserRole,
        TitleRole, //!< may be empty
        MediaTypeRole,
        AddedAtRole, //!< QDateTime, local
    };
    static constexpr qsizetype kMost = 5000;

    FavouritesModel(LocalStore& store, const Clock& clock, QObject* parent = nullptr);
    ~FavouritesModel() override;

    void setAccount(const QString& account); //!< loads its rows; empty: none
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

    [[nodiscard]] bool contains(const QString& mediaId) const { return m_ids.contains(mediaId); }
    [[nodiscard]] const Favourite& at(int row) const { return m_rows.at(row); }
    bool add(const QString& mediaId, const QString& title, const QString& mediaType); //!< false: there, or full
    bool remove(const QString& mediaId); //!< false: it is not there
    //! Adds or removes; true if it is a favourite afterwards.
    bool toggle(const QString& mediaId, const QString& title, const QString& mediaType);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void favouriteChanged(const QString& mediaId); //!< got or lost its star; empty: look at all of them again

private:
    void show(const QList<Favourite>& stored);

    LocalStore& m_store;
    const Clock& m_clock;
    QString m_account;
    QList<Favourite> m_rows;
    QSet<QString> m_ids;
    QSet<QString> m_removed; //!< while the rows were on their way
    CallHandle m_load;
    bool m_loaded = false;
};

} // namespace proofreel
