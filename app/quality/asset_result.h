// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/judge.h"

#include <QByteArray>
#include <QHash>

namespace proofreel {

//! A checked asset: what was measured, and what the rules say of it.
struct AssetResult {
    AssetSheet sheet;
    Judgement judgement;
    QHash<QString, QByteArray> thumbnails; //!< JPEG, by thumbnailKey(); evidence for reports

    //! Of the picture that belongs to a finding with a time.
    [[nodiscard]] static QString thumbnailKey(const Finding& finding)
    {
        return finding.stream + u'@' + QString::number(qRound64(finding.atMs.value_or(0)));
    }
};

} // namespace proofreel
