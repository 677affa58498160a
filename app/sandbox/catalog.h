// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/manifest.h"

#include <QHash>

namespace proofreel::sandbox {

//! What lists are filtered and sorted by, cheap to make for any index.
struct AssetFacts {
    const Asset* model = nullptr; //!< a demo asset, or the one whose media a synthetic asset shows
    qint64 createdMs = 0;
    quint32 synthetic = 0; //!< 0: a demo asset; else its number from 1
};

//! All assets of a server, newest first: the demo catalogue, then any number of synthetic ones made on the fly from
//! index and seed. Immutable after load(); thread-safe.
class Catalog {
public:
    std::optional<QString> load(const QString& mediaFolder, qint64 synthetic, quint32 seed);

    [[nodiscard]] qint64 size() const { return qint64(m_manifest.assets.size()) + m_synthetic; }
    [[nodiscard]] AssetFacts facts(qint64 index) const;
    [[nodiscard]] Asset asset(qint64 index) const;
    [[nodiscard]] QString mediaId(qint64 index) const;
    [[nodiscard]] QString title(qint64 index) const;
    [[nodiscard]] qint64 indexOf(const QString& mediaId) const; //!< -1: unknown
    [[nodiscard]] qint64 indexOfInputUrl(const QString& inputUrl) const; //!< -1: unknown
    [[nodiscard]] const QList<Category>& categories() const { return m_manifest.categories; }
    [[nodiscard]] const QString& mediaFolder() const { return m_manifest.folder; }

private:
    [[nodiscard]] QString syntheticId(quint32 number) const;
    [[nodiscard]] quint64 mix(quint64 value) const;

    Manifest m_manifest;
    QHash<QString, qint64> m_byId, m_byInputUrl;
    QList<const Asset*> m_models; //!< the demo assets that have something to play
    qint64 m_synthetic = 0;
    quint32 m_seed = 0;
};

//! "bucket/object" for the oss:// and https:// forms of an address, else the text itself.
[[nodiscard]] QString normalizedInputUrl(const QString& url);

} // namespace proofreel::sandbox
