// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/manifest.h"

namespace proofreel::sandbox {

//! What lists are filtered and sorted by, cheap to make for any asset.
struct AssetFacts {
    const Asset* model = nullptr; //!< a demo asset, or the one whose media a synthetic asset shows
    int modelIndex = 0; //!< among the demo assets
    qint64 createdMs = 0, cateId = 0;
    quint32 synthetic = 0; //!< 0: a demo asset; else its number from 1
    int status = 0, source = 0; //!< into statusNames() and sourceNames()
    int phrase = 0, tag = 0; //!< into Synthetic::phrases() and Synthetic::tags(); 0: none
};

//! Assets beyond the demo catalogue, drawn from number and seed: no list of them is kept. Immutable after set().
class Synthetic {
public:
    static constexpr qint64 largest = 1'000'000;
    static constexpr QStringView titleJoint = u" · take "; //!< between the model's title and the number

    //! \a assets and \a categories outlive this.
    void set(const QList<Asset>& assets, const QList<Category>& categories, qint64 count, quint32 seed);
    [[nodiscard]] bool hasModels() const { return !m_playable.isEmpty(); }
    [[nodiscard]] qint64 count() const { return m_count; }

    //! \a number from 1 to count(). Creation times fall with the number and never repeat.
    [[nodiscard]] AssetFacts facts(quint32 number) const;
    [[nodiscard]] Asset asset(quint32 number) const;
    [[nodiscard]] QString id(quint32 number) const;
    [[nodiscard]] QString title(quint32 number) const;
    [[nodiscard]] quint32 numberOf(const QString& mediaId) const; //!< 0: none of these
    [[nodiscard]] quint32 numberOfInputUrl(const QString& normalized) const; //!< 0: none of these

    static const QStringList& phrases(); //!< behind a model's description
    static const QStringList& tags(); //!< behind a model's tags and "archive"
    [[nodiscard]] static QString description(const AssetFacts& facts);
    [[nodiscard]] static QStringList tagList(const AssetFacts& facts);

private:
    [[nodiscard]] quint64 mix(quint64 value) const;

    const QList<Asset>* m_assets = nullptr;
    QList<int> m_playable, m_images, m_texts; //!< indexes of models
    QList<qint64> m_leaves; //!< categories without sub-categories
    qint64 m_count = 0;
    quint32 m_seed = 0;
};

//! Adds the tree of a large archive: a level of 150 categories, and others.
void addArchiveCategories(QList<Category>& categories);

} // namespace proofreel::sandbox
