// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/check_mark.h"

#include <QHash>

namespace proofreel {

//! A check by rules and renditions: what each rule says of each.
struct CheckMatrix {
    struct Column {
        QString key, label; //!< key: StreamKey's text; empty: the ladder as a whole, which is the first
    };
    struct Line {
        Rule rule;
        QList<CheckMark> marks; //!< by columns
    };
    struct Family {
        QString name, title;
        QList<Line> rules; //!< those that say something of a rendition, in the order of the catalogue
        QList<CheckMark> marks; //!< the worst of its rules
    };
    QList<Column> columns; //!< the best definition first; empty where nothing was judged
    QList<Family> families;
    QHash<QString, QList<Finding>> findings; //!< by rule
};

[[nodiscard]] CheckMatrix checkMatrix(const AssetSheet& sheet, const Judgement& judgement);
[[nodiscard]] CheckMark worstMark(const QList<CheckMark>& marks);

} // namespace proofreel
