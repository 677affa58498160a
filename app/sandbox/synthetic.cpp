// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/synthetic.h"

#include <algorithm>

namespace proofreel::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto inputPrefix = "oss://proofreel-demo-in/archive/"_L1;
constexpr qint64 apartMs = 97'000;

QLatin1StringView suffixOf(const QString& mediaType)
{
    if (mediaType == "audio"_L1)
        return ".wav"_L1;
    if (mediaType == "image"_L1)
        return ".jpg"_L1;
    return mediaType == "text"_L1 ? ".srt"_L1 : ".mov"_L1;
}

} // namespace

const QStringList& Synthetic::phrases()
{
    static const QStringList list { QString(), u"Second camera."_s, u"Colour graded."_s, u"Sound to be replaced."_s,
        u"备用机位。"_s, u"Cleared for broadcast."_s, u"Raw take, no slate."_s, u"Reviewed, keep."_s };
    return list;
}

const QStringList& Synthetic::tags()
{
    static const QStringList list { QString(), u"spring"_s, u"summer"_s, u"autumn"_s, u"winter"_s, u"b-roll"_s,
        u"drone"_s, u"gimbal"_s, u"outdoor"_s, u"indoor"_s, u"素材"_s, u"review"_s };
    return list;
}

void Synthetic::set(const QList<Asset>& assets, const QList<Category>& categories, qint64 count, quint32 seed)
{
    m_assets = &assets;
    m_count = count;
    m_seed = seed;
    for (int i = 0; i < assets.size(); ++i) {
        const Asset& asset = assets.at(i);
        if (asset.status != "Normal"_L1 || asset.urlStyle == UrlStyle::None)
            continue;
        (asset.mediaType == "image"_L1 ? m_images : asset.mediaType == "text"_L1 ? m_texts : m_playable).append(i);
    }
    for (const Category& category : categories) {
        const auto isChild = [&category](const Category& other) { return other.parentId == category.id; };
        if (category.type == "default"_L1 && std::none_of(categories.begin(), categories.end(), isChild))
            m_leaves.append(category.id);
    }
}

quint64 Synthetic::mix(quint64 value) const
{
    // splitmix64: well spread, and the same on every machine.
    quint64 z = value + (quint64(m_seed) << 32) + 0x9e3779b97f4a7c15ULL;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

QString Synthetic::id(quint32 number) const
{
    // The last 8 digits hold the number, hidden by the first 24, so that an id leads back to its asset.
    const quint64 a = mix(number), b = mix(a);
    const quint32 tail = number ^ quint32(b);
    return u"%1%2%3"_s.arg(a, 16, 16, QLatin1Char('0'))
        .arg(quint32(b >> 32), 8, 16, QLatin1Char('0'))
        .arg(tail, 8, 16, QLatin1Char('0'));
}

quint32 Synthetic::numberOf(const QString& mediaId) const
{
    bool firstOk = false, tailOk = false;
    if (mediaId.size() != 32)
        return 0;
    const quint64 a = mediaId.left(16).toULongLong(&firstOk, 16);
    const quint32 number = mediaId.right(8).toUInt(&tailOk, 16) ^ quint32(mix(a));
    return firstOk && tailOk && number > 0 && number <= m_count && id(number) == mediaId ? number : 0;
}

quint32 Synthetic::numberOfInputUrl(const QString& normalized) const
{
    const QString prefix = normalizedInputUrl(inputPrefix);
    if (!normalized.startsWith(prefix))
        return 0;
    const quint32 number = numberOf(normalized.mid(prefix.size(), 32));
    return number && normalizedInputUrl(asset(number).inputUrl) == normalized ? number : 0;
}

AssetFacts Synthetic::facts(quint32 number) const
{
    // Few images, fewer texts, and one asset in 100 that is not ready.
    const quint64 h = mix(number), more = h * 0xd6e8feb86659fd93ULL;
    const auto kind = unsigned(h & 0x3ff);
    const QList<int>& models = kind < 4 && !m_texts.isEmpty() ? m_texts
        : kind < 24 && !m_images.isEmpty()                    ? m_images
                                                              : m_playable;
    const auto state = unsigned((more >> 48) % 1000);
    const auto origin = unsigned((h >> 56) & 0x0f);
    AssetFacts facts;
    facts.modelIndex = models.at(qsizetype((h >> 10) % quint64(models.size())));
    facts.model = &m_assets->at(facts.modelIndex);
    facts.synthetic = number;
    facts.createdMs = m_assets->last().createdMs - qint64(number) * apartMs;
    facts.cateId =
        m_leaves.isEmpty() ? facts.model->cateId : m_leaves.at(qsizetype((more >> 20) % quint64(m_leaves.size())));
    facts.status = state < 2 ? 0 : state < 6 ? 1 : state < 10 ? 2 : 3;
    facts.source = origin < 9 ? 0 : origin < 12 ? 1 : origin < 14 ? 2 : 3;
    facts.phrase = int((h >> 40) % quint64(phrases().size()));
    facts.tag = int((h >> 48) % quint64(tags().size()));
    return facts;
}

QString Synthetic::title(quint32 number) const
{
    return QString(facts(number).model->title).append(titleJoint).append(QString::number(number));
}

QString Synthetic::description(const AssetFacts& facts)
{
    const QString& phrase = phrases().at(facts.phrase);
    return phrase.isEmpty() ? facts.model->description : facts.model->description + u' ' + phrase;
}

QStringList Synthetic::tagList(const AssetFacts& facts)
{
    QStringList list = facts.model->tags.split(u',', Qt::SkipEmptyParts);
    if (facts.synthetic)
        list.append(u"archive"_s);
    if (facts.tag)
        list.append(tags().at(facts.tag));
    return list;
}

Asset Synthetic::asset(quint32 number) const
{
    const AssetFacts known = facts(number);
    Asset asset = *known.model;
    asset.synthetic = number;
    asset.mediaId = id(number);
    asset.title = title(number);
    asset.createdMs = known.createdMs;
    asset.inputUrl = inputPrefix + asset.mediaId + suffixOf(asset.mediaType);
    asset.tags = tagList(known).join(u',');
    asset.description = description(known);
    asset.status = statusNames().at(known.status);
    asset.source = sourceNames().at(known.source);
    asset.cateId = known.cateId;
    if (asset.status != "Normal"_L1) {
        asset.renditions.clear();
        asset.cover.clear();
        asset.sourceFile = {};
    }
    return asset;
}

void addArchiveCategories(QList<Category>& categories)
{
    constexpr qint64 archive = 6000;
    const auto add = [&categories](qint64 id, qint64 parent, qint64 level, const QString& name) {
        categories.append({ id, parent, level, name, u"default"_s });
    };
    add(archive, -1, 0, u"Archive"_s);
    const struct {
        const char* name;
        const char* child;
        int count;
    } shelves[] = { { "Shoots", "Shoot %1", 150 }, { "Tapes", "Tape %1", 40 }, { "Outtakes", "", 0 } };
    qint64 id = archive;
    for (const auto& shelf : shelves) {
        const qint64 parent = ++id;
        add(parent, archive, 1, QString::fromLatin1(shelf.name));
        for (int i = 1; i <= shelf.count; ++i)
            add(++id, parent, 2, QString::fromLatin1(shelf.child).arg(i, 3, 10, QLatin1Char('0')));
    }
}

} // namespace proofreel::sandbox
