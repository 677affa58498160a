// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "ims/types.h"

#include <QByteArray>

namespace proofreel {

//! JSON to types. Pure; any thread. Only a body that is no JSON object fails (Protocol): every other oddity is noted
//! in ReplyInfo::oddities and the rest is used. ReplyInfo holds requestId, oddities and body; the client adds more.
[[nodiscard]] Result<PlayInfoReply> decodePlayInfo(const QByteArray& body);
[[nodiscard]] Result<MediaPage> decodeMediaPage(const QByteArray& body);
//! A search that the service says it refused is a Service error with its Code.
[[nodiscard]] Result<MediaPage> decodeSearchPage(const QByteArray& body);
[[nodiscard]] Result<CategoryPage> decodeCategories(const QByteArray& body);
[[nodiscard]] Result<MediaInfoReply> decodeMediaInfo(const QByteArray& body);
[[nodiscard]] Result<MediaBatch> decodeMediaBatch(const QByteArray& body);

//! The top of any reply. Protocol, with words for a web page, a cut and a malformed reply.
[[nodiscard]] Result<QJsonObject> decodeTop(const QByteArray& body);

//! StreamTags: JSON in text, encoded once or twice. Undefined if it is not JSON.
[[nodiscard]] QJsonValue decodeStreamTags(const QString& text);

} // namespace proofreel
