// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ims/types.h"

#include <QHashFunctions>
#include <QList>
#include <QString>

namespace proofreel {

//! Identity of a rendition that survives a renewed URL: (MediaId, JobId), else the tuple Definition, Format, HDRType,
//! StreamType, TransTemplateType, NarrowBandType, WatermarkId, Size. Never the URL.
class StreamKey {
public:
    StreamKey() = default;
    static StreamKey of(const QString& mediaId, const PlayInfo& info);
    //! One key for each entry of a reply, all different: entries that share everything get a number behind. The
    //! numbers do not depend on the order in the reply as long as FileURL or another field of the tuple differs.
    static QList<StreamKey> ofAll(const QString& mediaId, const QList<PlayInfo>& infos);

    //! Stable text form for links, settings and `--stream KEY`; made of [A-Za-z0-9._-] only.
    [[nodiscard]] QString toString() const { return m_text; }
    static StreamKey fromString(const QString& text); //!< empty where the text cannot be a key
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    bool operator==(const StreamKey&) const = default;
    friend size_t qHash(const StreamKey& key, size_t seed = 0) { return qHash(key.m_text, seed); }

private:
    QString m_text;
};

} // namespace proofreel
