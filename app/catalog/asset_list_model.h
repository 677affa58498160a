// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/call.h"
#include "ims/client.h"

#include <QAbstractListModel>
#include <QHash>
#include <QSet>

#include <optional>

namespace proofreel {

//! The library: ListMediaBasicInfos, a page at a time as the view nears the end (canFetchMore/fetchMore).
//! A failed page leaves the rows that are there; an asset that comes twice is shown once. GUI thread.
class AssetListModel final : public QAbstractListModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AssetListModel)
public:
    enum Role {
        MediaIdRole = Qt::UserRole,
        TitleRole,
        MediaTypeRole,
        StatusRole,
        DurationRole, //!< DurationRole: seconds as double, invalid if unknown
        CoverUrlRole,
        CreateTimeRole,
        TagsRole,
        InputUrlRole,
        SizeRole,
        WidthRole,
        HeightRole, //!< pixels of the source file, invalid if unknown
    };
    enum class State { Idle, Loading, Failed };

    explicit AssetListModel(Client& client, QObject* parent = nullptr);
    ~AssetListModel() override;

    void setQuery(const MediaListQuery& query); //!< clears and loads the first page
    [[nodiscard]] const MediaListQuery& query() const { return m_query; }
    void refresh(); //!< from the start; rows stay until the first page is there
    void retry(); //!< the page that failed
    void clear(); //!< no account: no rows, no request; the question stays

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isAsked() const { return m_asked; } //!< false: nothing was asked since clear()
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
    enum class Page { First, Next };
    void start();
    void ask(const QString& token, Page page);
    void arrived(const MediaPage& reply, Page page);
    void setState(State state);
    QList<MediaBasicInfo> unseen(const QList<MediaBasicInfo>& medias);

    Client& m_client;
    MediaListQuery m_query;
    QList<MediaBasicInfo> m_rows;
    QHash<QString, int> m_rowOf;
    QString m_nextToken; //!< of the page to come, or of the one that failed
    QSet<QString> m_usedTokens; //!< a token that comes twice would lead round in circles
    int m_emptyPages = 0; //!< in succession
    std::optional<qint64> m_total;
    CallHandle m_call;
    State m_state = State::Idle;
    Error m_error;
    ReplyInfo m_lastReply;
    bool m_atEnd = true;
    bool m_asked = false;
};

} // namespace proofreel
