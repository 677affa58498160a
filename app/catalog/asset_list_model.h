// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/asset_query.h"
#include "catalog/asset_store.h"
#include "catalog/asset_walk.h"

#include <QAbstractTableModel>
#include <QHash>

#include <memory>
#include <optional>

namespace proofreel {

//! The library as the service lists or finds it. Rows come a page at a time, ahead of what the views say that they
//! show (wantRows); behind those that are here stand placeholders, so that scrolling never stops at a page's end.
//! A failed page leaves the rows that are there; an asset that comes twice is shown once. GUI thread.
class AssetListModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AssetListModel)
public:
    //! DisplayRole gives plain values (text, seconds as double, bytes, QDateTime); invalid if unknown.
    enum Column {
        TitleColumn,
        MediaIdColumn,
        TypeColumn,
        StatusColumn,
        DurationColumn,
        SizeColumn,
        WidthColumn,
        HeightColumn,
        CategoryColumn,
        TagsColumn,
        SourceColumn,
        CreatedColumn,
        ModifiedColumn,
        InputUrlColumn,
        ColumnCount,
    };
    enum Role {
        MediaIdRole = Qt::UserRole,
        TitleRole,
        MediaTypeRole,
        StatusRole,
        DurationRole, //!< seconds as double, invalid if unknown
        CoverUrlRole,
        CreateTimeRole,
        TagsRole,
        InputUrlRole,
        SizeRole,
        WidthRole,
        HeightRole, //!< pixels of the source file, invalid if unknown
        IsLoadedRole, //!< false: a placeholder for a row that is still to come
    };
    enum class State { Idle, Loading, Failed };

    explicit AssetListModel(Client& client, QObject* parent = nullptr);
    ~AssetListModel() override;

    void setQuery(const AssetQuery& query); //!< gives up what was asked for, clears, and asks for the first page
    [[nodiscard]] const AssetQuery& query() const { return m_query; }
    //! Asks anew from the start up to what is in view; the rows stay until that is there, then keep their persistent
    //! indexes where their assets still exist.
    void refresh();
    void retry(); //!< the page that failed
    void clear(); //!< no account: no rows, no request; the question stays
    //! The rows down to that one are in view. Pages are asked for until there is a good margin behind it.
    void wantRows(int last);
    //! Rows from the last time, when the service cannot be reached. Replaced by the next answer.
    void showSaved(const QList<AssetRow>& rows, const QDateTime& asOf, qint64 total);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isAsked() const { return m_asked; } //!< false: nothing was asked since clear()
    [[nodiscard]] bool isComplete() const; //!< nothing more to come
    [[nodiscard]] const Error& error() const { return m_error; }
    [[nodiscard]] const QDateTime& savedAt() const { return m_savedAt; } //!< valid: what is shown is from then
    [[nodiscard]] std::optional<qint64> totalCount() const; //!< as the service says, at least those that are here
    [[nodiscard]] bool isTotalWhole() const; //!< false: there may be more, of types that were not asked for yet
    [[nodiscard]] int loadedCount() const { return m_store->size(); } //!< rows that are no placeholders
    //! Of a loaded row; the reference holds until the next call.
    [[nodiscard]] const AssetRow& at(int row) const { return m_store->at(row); }
    [[nodiscard]] QList<AssetRow> firstRows(int count) const; //!< those of them that are loaded
    [[nodiscard]] int rowOf(const QString& mediaId) const { return m_store->rowOf(mediaId); } //!< -1 if not loaded
    [[nodiscard]] const ReplyInfo& lastReply() const { return m_lastReply; }
    [[nodiscard]] const QString& lastAction() const { return m_lastAction; } //!< of the last reply or failure

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void stateChanged();
    void firstPageArrived(); //!< of a new question or a refresh; the rows are in place

private:
    void start();
    void ask();
    void arrived(const Result<AssetBatch>& batch);
    void append(const QList<AssetRow>& rows);
    void swapIn();
    void setPlaceholders(int count);
    [[nodiscard]] int placeholdersWanted() const;
    [[nodiscard]] bool wantsMore() const;
    void setState(State state);
    [[nodiscard]] QVariant value(const AssetRow& row, int column) const;

    Client& m_client;
    AssetQuery m_query;
    std::unique_ptr<AssetStore> m_store = std::make_unique<AssetStore>();
    std::unique_ptr<AssetWalk> m_walk;
    std::unique_ptr<AssetStore> m_fresh; //!< of a refresh that is under way; m_walk fills it
    std::optional<qint64> m_total;
    bool m_isTotalWhole = false;
    QDateTime m_savedAt;
    CallHandle m_call;
    State m_state = State::Idle;
    Error m_error;
    ReplyInfo m_lastReply;
    QString m_lastAction;
    int m_placeholders = 0;
    int m_wanted = 0; //!< the last row that is in view
    bool m_asked = false;
    bool m_awaitsFirst = false; //!< firstPageArrived() is due
};

} // namespace proofreel
