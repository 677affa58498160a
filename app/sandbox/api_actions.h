// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/catalog.h"
#include "sandbox/encoding.h"
#include "sandbox/error_reply.h"
#include "sandbox/faults.h"
#include "sandbox/media_url.h"

#include <QJsonObject>

#include <variant>

namespace proofreel::sandbox {

class SearchCache;

//! Everything an action may look at.
struct ActionContext {
    const Catalog& catalog;
    const MediaUrls& urls;
    SearchCache& searches;
    QString mediaBase; //!< "http://127.0.0.1:PORT" of the media host
    qint64 nowMs = 0;
    qint64 call = 0; //!< 1 for the first API call of the server
    Faults faults;
    Pairs parameters;

    [[nodiscard]] QString text(QByteArrayView name) const { return QString::fromUtf8(valueOf(parameters, name)); }
    [[nodiscard]] bool has(QByteArrayView name) const { return !valueOf(parameters, name).isEmpty(); }
    //! How long a URL issued now is good for, where the caller asked for \a asked seconds.
    [[nodiscard]] qint64 validFor(qint64 asked) const
    {
        return faults.urlTtlS > 0 ? qMin<qint64>(faults.urlTtlS, asked) : asked;
    }
    [[nodiscard]] QString mediaUrl(const Asset& asset, const QString& file, UrlStyle style, qint64 seconds) const;
};

//! A reply without its RequestId, or why not.
using ActionResult = std::variant<QJsonObject, ApiError>;

[[nodiscard]] ActionResult getPlayInfo(const ActionContext& context);
[[nodiscard]] ActionResult listMediaBasicInfos(const ActionContext& context);
[[nodiscard]] ActionResult getMediaInfo(const ActionContext& context);
[[nodiscard]] ActionResult batchGetMediaInfos(const ActionContext& context);
[[nodiscard]] ActionResult getCategories(const ActionContext& context);
[[nodiscard]] ActionResult searchMedia(const ActionContext& context);

//! Chooses by name; InvalidApi.NotFound for another.
[[nodiscard]] ActionResult runAction(const QByteArray& name, const QByteArray& version, const ActionContext& context);

[[nodiscard]] ApiError invalidParameter(const QString& name, const QString& why);
[[nodiscard]] ApiError missingParameter(const QString& name);

//! A whole number in [low, high]; \a fallback where the parameter is absent. Fills \a error and gives 0 otherwise.
[[nodiscard]] qint64 numberParameter(const ActionContext& context, const char* name, qint64 low, qint64 high,
    qint64 fallback, std::optional<ApiError>& error);

} // namespace proofreel::sandbox
