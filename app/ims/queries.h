// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "ims/request.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace proofreel {

struct PlayInfoQuery {
    QString mediaId; //!< exactly one of mediaId and inputUrl
    QString inputUrl;
    std::optional<qint64> authTimeout; //!< seconds, at least 3600 (the service's default)
};

struct MediaListQuery {
    QString nextToken;
    int maxResults = 100; //!< 1..100
    QString mediaType, status, source, businessType, sortBy; //!< empty: not sent
    QDateTime startTime, endTime; //!< invalid: not sent
    bool includeFileBasicInfo = true;
};

struct SearchQuery {
    QString match; //!< see match_builder.h; empty: everything (the service then searches video only)
    QString sortBy; //!< "utcCreate:Desc"; empty: not sent
    int pageNo = 1; //!< from 1; goes on counting also while scrollToken leads
    int pageSize = 50; //!< 1..50
    QString scrollToken; //!< of the page before; needed beyond page 200
};

struct CategoryQuery {
    std::optional<qint64> cateId; //!< nullopt: the root
    int pageNo = 1;
    int pageSize = 100; //!< 10..100
    QString type; //!< "default" or "material"; empty: not sent
};

struct MediaInfoQuery {
    QString mediaId; //!< exactly one of mediaId and inputUrl
    QString inputUrl;
    std::optional<qint64> authTimeout; //!< seconds, at least 1
};

struct MediaBatchQuery {
    QStringList mediaIds; //!< 1..100
    bool withFiles = false; //!< also files and their streams
};

//! Check the arguments and make the request; InvalidRequest for those that cannot succeed. host is left empty.
[[nodiscard]] Result<ApiRequest> makeRequest(const PlayInfoQuery& query);
[[nodiscard]] Result<ApiRequest> makeRequest(const MediaListQuery& query);
[[nodiscard]] Result<ApiRequest> makeRequest(const SearchQuery& query);
[[nodiscard]] Result<ApiRequest> makeRequest(const CategoryQuery& query);
[[nodiscard]] Result<ApiRequest> makeRequest(const MediaInfoQuery& query);
[[nodiscard]] Result<ApiRequest> makeRequest(const MediaBatchQuery& query);

//! "7200" as a person typed it: InvalidRequest if it is no whole number or under 3600. Empty: nullopt.
[[nodiscard]] Result<std::optional<qint64>> parseAuthTimeout(const QString& text);

} // namespace proofreel
