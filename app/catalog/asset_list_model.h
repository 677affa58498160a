// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/call.h"
#include "ims/client.h"

#include <QAbstractListModel>

namespace proofreel {

//! The library: ListMediaBasicInfos, a page at a time as the view nears the end (canFetchMore/fetchMore).
//! A failed page leaves the rows that are there. GUI thread.
class AssetListModel final : public QAbstractListModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AssetListModel)
public:
    enum Role {
        MediaIdRole = Qt::UserRole,
        TitleRole, MediaTypeRole, StatusRole, DurationRole, //!< DurationRole: seconds as double, invalid if unknown
        CoverUrlRole, CreateTimeRole, TagsRole, InputUrlRole, SizeRole,
    };
    enum class State { Idle, Loading, Failed };

    explicit AssetListModel(Client& client, QObject* parent = nullptr);

    void setQuery(const MediaListQuery& query); //!< clears and loads the first page
    [[nodiscard]] const MediaListQuery& query() const { return m_query; }
    void refresh(); //!< from the start; rows stay until the first page is there
    void retry(); //!< the page that failed
    void clear(); //!< no account: no rows, no request

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Error& error() const { return m_error; }
    [[nodiscard]] std::optional<qint64> totalCount() const { return m_total; }
    [[nodiscard]] const MediaBasicInfo& at(int row) const { return m_rows.at(row); }
    [[nodiscard]] int rowOf(const QString& mediaId) const; //!< -1 if not loaded
    [[nodiscard]] const ReplyInfo& lastReply() const { return m_lastReply; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void stateChanged();

private:
    void ask(const QString& token, bool replace);

    Client& m_client;
    MediaListQuery m_query;
    QList<MediaBasicInfo> m_rows;
    QString m_nextToken;
    std::optional<qint64> m_total;
    CallHandle m_call;
    State m_state = State::Idle;
    Error m_error;
    ReplyInfo m_lastReply;
    bool m_atEnd = true;
};

} // namespace proofreel
