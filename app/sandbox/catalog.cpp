// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/catalog.h"

namespace proofreel::sandbox {

using namespace Qt::StringLiterals;

std::optional<QString> Catalog::load(
    const QString& mediaFolder, qint64 synthetic, quint32 seed, const QString& catalogFile)
{
    if (synthetic < 0 || synthetic > Synthetic::largest)
        return u"The number of synthetic assets must be from 0 to %1."_s.arg(Synthetic::largest);
    if (auto error = m_manifest.load(mediaFolder, catalogFile))
        return error;
    if (synthetic >= largeFrom)
        addArchiveCategories(m_manifest.categories);
    for (qint64 i = 0; i < demoSize(); ++i) {
        Asset& asset = m_manifest.assets[i];
        asset.index = i;
        m_byId.insert(asset.mediaId, i);
        m_byInputUrl.insert(normalizedInputUrl(asset.inputUrl), i);
    }
    for (const Category& category : std::as_const(m_manifest.categories))
        m_categoryNames.insert(category.id, category.name);
    m_synthetic.set(m_manifest.assets, m_manifest.categories, synthetic, seed);
    return m_synthetic.hasModels() ? std::nullopt : std::optional(u"The catalogue has nothing to play."_s);
}

AssetFacts Catalog::facts(qint64 index) const
{
    if (index >= demoSize())
        return m_synthetic.facts(number(index));
    const Asset& asset = m_manifest.assets.at(index);
    AssetFacts facts;
    facts.model = &asset;
    facts.modelIndex = int(index);
    facts.createdMs = asset.createdMs;
    facts.cateId = asset.cateId;
    facts.status = int(statusNames().indexOf(asset.status));
    facts.source = int(sourceNames().indexOf(asset.source));
    return facts;
}

Asset Catalog::asset(qint64 index) const
{
    if (index < demoSize())
        return m_manifest.assets.at(index);
    Asset asset = m_synthetic.asset(number(index));
    asset.index = index;
    return asset;
}

QString Catalog::mediaId(qint64 index) const
{
    return index < demoSize() ? m_manifest.assets.at(index).mediaId : m_synthetic.id(number(index));
}

QString Catalog::title(qint64 index) const
{
    return index < demoSize() ? m_manifest.assets.at(index).title : m_synthetic.title(number(index));
}

qint64 Catalog::indexOf(const QString& mediaId) const
{
    const auto it = m_byId.constFind(mediaId);
    if (it != m_byId.constEnd())
        return *it;
    const quint32 number = m_synthetic.numberOf(mediaId);
    return number ? demoSize() + qint64(number) - 1 : -1;
}

qint64 Catalog::indexOfInputUrl(const QString& inputUrl) const
{
    const QString key = normalizedInputUrl(inputUrl);
    const auto it = m_byInputUrl.constFind(key);
    if (it != m_byInputUrl.constEnd())
        return *it;
    const quint32 number = m_synthetic.numberOfInputUrl(key);
    return number ? demoSize() + qint64(number) - 1 : -1;
}

qint64 Catalog::newestUntil(qint64 ms) const
{
    qint64 low = 0, high = size();
    while (low < high) {
        const qint64 middle = (low + high) / 2;
        if (facts(middle).createdMs <= ms)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

} // namespace proofreel::sandbox
