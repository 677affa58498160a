// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/catalog.h"

#include <QUrl>

namespace proofreel::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto syntheticPrefix = "oss://proofreel-demo-in/archive/"_L1;

} // namespace

QString normalizedInputUrl(const QString& text)
{
    const QUrl url(text);
    if (url.scheme() == "oss"_L1)
        return url.host() + url.path();
    if (url.scheme() == "https"_L1 || url.scheme() == "http"_L1)
        return url.host().section(u".oss-"_s, 0, 0) + url.path();
    return text;
}

std::optional<QString> Catalog::load(const QString& mediaFolder, qint64 synthetic, quint32 seed)
{
    if (synthetic < 0 || synthetic > 1'000'000)
        return u"The number of synthetic assets must be from 0 to 1000000."_s;
    if (auto error = m_manifest.load(mediaFolder))
        return error;
    m_synthetic = synthetic;
    m_seed = seed;
    for (qint64 i = 0; i < m_manifest.assets.size(); ++i) {
        const Asset& asset = m_manifest.assets.at(i);
        m_byId.insert(asset.mediaId, i);
        m_byInputUrl.insert(normalizedInputUrl(asset.inputUrl), i);
        if (asset.status == "Normal"_L1 && asset.urlStyle != UrlStyle::None)
            m_models.append(&m_manifest.assets.at(i));
    }
    return m_models.isEmpty() ? std::optional(u"The demo catalogue has nothing to play."_s) : std::nullopt;
}

quint64 Catalog::mix(quint64 value) const
{
    // splitmix64: well spread, and the same on every machine.
    quint64 z = value + (quint64(m_seed) << 32) + 0x9e3779b97f4a7c15ULL;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

QString Catalog::syntheticId(quint32 number) const
{
    // The last 8 digits hold the number, hidden by the first 24, so that an id leads back to its asset.
    const quint64 a = mix(number), b = mix(a);
    const quint32 tail = number ^ quint32(b);
    return u"%1%2%3"_s.arg(a, 16, 16, QLatin1Char('0'))
        .arg(quint32(b >> 32), 8, 16, QLatin1Char('0'))
        .arg(tail, 8, 16, QLatin1Char('0'));
}

AssetFacts Catalog::facts(qint64 index) const
{
    if (index < m_manifest.assets.size()) {
        const Asset& asset = m_manifest.assets.at(index);
        return { &asset, asset.createdMs, 0 };
    }
    const auto number = quint32(index - m_manifest.assets.size() + 1);
    const Asset* model = m_models.at(qsizetype(mix(number) % quint64(m_models.size())));
    return { model, m_manifest.assets.last().createdMs - qint64(number) * 97'000, number };
}

QString Catalog::mediaId(qint64 index) const
{
    const AssetFacts known = facts(index);
    return known.synthetic ? syntheticId(known.synthetic) : known.model->mediaId;
}

QString Catalog::title(qint64 index) const
{
    const AssetFacts known = facts(index);
    return known.synthetic ? u"%1 · take %2"_s.arg(known.model->title).arg(known.synthetic) : known.model->title;
}

Asset Catalog::asset(qint64 index) const
{
    const AssetFacts known = facts(index);
    Asset asset = *known.model;
    if (!known.synthetic)
        return asset;
    asset.mediaId = syntheticId(known.synthetic);
    asset.title = title(index);
    asset.createdMs = known.createdMs;
    asset.inputUrl = syntheticPrefix + asset.mediaId + u".mov"_s;
    asset.tags += u",archive"_s;
    for (int i = 0; i < asset.renditions.size(); ++i) {
        asset.renditions[i].declared.insert(
            "JobId"_L1, asset.mediaId.mid(4, 28) + u"%1"_s.arg(i + 1, 4, 16, QLatin1Char('0')));
    }
    return asset;
}

qint64 Catalog::indexOf(const QString& mediaId) const
{
    const auto it = m_byId.constFind(mediaId);
    if (it != m_byId.constEnd())
        return *it;
    bool firstOk = false, tailOk = false;
    if (mediaId.size() != 32)
        return -1;
    const quint64 a = mediaId.left(16).toULongLong(&firstOk, 16);
    const quint32 number = mediaId.right(8).toUInt(&tailOk, 16) ^ quint32(mix(a));
    if (!firstOk || !tailOk || number == 0 || number > m_synthetic || syntheticId(number) != mediaId)
        return -1;
    return m_manifest.assets.size() + qint64(number) - 1;
}

qint64 Catalog::indexOfInputUrl(const QString& inputUrl) const
{
    const QString key = normalizedInputUrl(inputUrl);
    const auto it = m_byInputUrl.constFind(key);
    if (it != m_byInputUrl.constEnd())
        return *it;
    const QString prefix = normalizedInputUrl(syntheticPrefix);
    return key.startsWith(prefix) && key.endsWith(".mov"_L1) ? indexOf(key.mid(prefix.size()).chopped(4)) : -1;
}

} // namespace proofreel::sandbox
