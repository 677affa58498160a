// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ims/types.h"

#include <QDataStream>
#include <QString>

namespace proofreel {

//! What the library shows of one asset: bounded texts and plain numbers, whatever the service sent.
struct AssetRow {
    QString mediaId, title, mediaType, status, source, category, tags, coverUrl, inputUrl;
    qint64 createdMs = -1, modifiedMs = -1; //!< since the epoch, UTC; -1: unknown
    qint64 cateId = -1; //!< -1: unknown, or the root
    qint64 size = -1; //!< bytes of the source file; -1: unknown
    qint64 width = -1, height = -1; //!< pixels of the source file; -1: unknown
    double duration = -1; //!< seconds; -1: unknown

    [[nodiscard]] static AssetRow from(const MediaBasicInfo& media);
};

QDataStream& operator<<(QDataStream& out, const AssetRow& row);
QDataStream& operator>>(QDataStream& in, AssetRow& row);

} // namespace proofreel
