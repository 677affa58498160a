// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/synthetic.h"

#include <QHash>

namespace proofreel::sandbox {

//! All assets of a server, newest first: the demo catalogue, then any number of synthetic ones made on the fly from
//! index and seed. Immutable after load(); thread-safe.
class Catalog {
public:
    static constexpr qint64 largeFrom = 1'000; //!< so many synthetic assets come with the categories of an archive

    Catalog() = default;
    Catalog(const Catalog&) = delete;
    Catalog& operator=(const Catalog&) = delete;
    std::optional<QString> load(const QString& mediaFolder, qint64 synthetic, quint32 seed,
        const QString& catalogFile = QStringLiteral("catalog.json"));

    [[nodiscard]] qint64 size() const { return demoSize() + m_synthetic.count(); }
    [[nodiscard]] qint64 demoSize() const { return m_manifest.assets.size(); }
    [[nodiscard]] AssetFacts facts(qint64 index) const;
    [[nodiscard]] Asset asset(qint64 index) const;
    [[nodiscard]] QString mediaId(qint64 index) const;
    [[nodiscard]] QString title(qint64 index) const;
    [[nodiscard]] qint64 indexOf(const QString& mediaId) const; //!< -1: unknown
    [[nodiscard]] qint64 indexOfInputUrl(const QString& inputUrl) const; //!< -1: unknown
    //! Index of the newest asset that was made at \a ms (since the epoch) or before; size() if there is none.
    [[nodiscard]] qint64 newestUntil(qint64 ms) const;

    [[nodiscard]] const QList<Category>& categories() const { return m_manifest.categories; }
    [[nodiscard]] QString categoryName(qint64 id) const { return m_categoryNames.value(id); }
    [[nodiscard]] const QString& mediaFolder() const { return m_manifest.folder; }

private:
    [[nodiscard]] quint32 number(qint64 index) const { return quint32(index - demoSize() + 1); }

    Manifest m_manifest;
    Synthetic m_synthetic;
    QHash<QString, qint64> m_byId, m_byInputUrl; //!< of the demo assets
    QHash<qint64, QString> m_categoryNames;
};

} // namespace proofreel::sandbox
