// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "ims/request.h"

#include <QDateTime>
#include <QString>

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

//! Check the arguments and make the request; InvalidRequest for those that cannot succeed. host is left empty.
[[nodiscard]] Result<ApiRequest> makeRequest(const PlayInfoQuery& query);
[[nodiscard]] Result<ApiRequest> makeRequest(const MediaListQuery& query);

//! "7200" as a person typed it: InvalidRequest if it is no whole number or under 3600. Empty: nullopt.
[[nodiscard]] Result<std::optional<qint64>> parseAuthTimeout(const QString& text);

} // namespace proofreel
