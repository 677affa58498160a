// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/match_scan.h"

#include "sandbox/match_node.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace proofreel::sandbox {

using namespace Qt::StringLiterals;

namespace {

using Node = MatchExpression::Node;

//! What many assets share.
SearchDocument sharedFields(const AssetFacts& facts)
{
    SearchDocument document;
    document.description = Synthetic::description(facts);
    document.mediaType = facts.model->mediaType;
    document.storageLocation = u"proofreel-demo-in"_s;
    document.tags = Synthetic::tagList(facts);
    document.status = facts.status;
    return document;
}

void addOwnFields(SearchDocument& document, const AssetFacts& facts)
{
    document.cateId = facts.cateId;
    document.createdMs = facts.createdMs;
    document.modifiedMs = facts.createdMs + Asset::modifiedAfterMs;
}

//! A node made ready for many assets.
class Test {
public:
    Test(const Catalog& catalog, const Node& node)
        : m_catalog(catalog)
        , m_node(node)
    {
        if (isShared(node)) {
            m_way = Way::Shared;
            const auto kinds =
                catalog.demoSize() * 2 * Synthetic::phrases().size() * Synthetic::tags().size() * statusNames().size();
            m_verdicts.assign(size_t(kinds), Unknown);
        } else if (!node.children.isEmpty()) {
            m_way = node.kind == MatchKind::Or ? Way::Any : Way::All;
            for (const auto& child : node.children)
                m_children.emplace_back(catalog, *child);
        } else if (node.field == "title"_L1) {
            m_way = Way::Title;
            prepareTitles();
        } else if (node.field == "mediaId"_L1) {
            m_way = Way::Id;
            m_index = catalog.indexOf(node.values.first());
        } else {
            m_way = Way::Number;
        }
    }

    bool passes(qint64 index, const AssetFacts& facts)
    {
        switch (m_way) {
        case Way::Shared:
            return sharedVerdict(facts);
        case Way::All:
            return std::all_of(
                m_children.begin(), m_children.end(), [&](Test& child) { return child.passes(index, facts); });
        case Way::Any:
            return std::any_of(
                m_children.begin(), m_children.end(), [&](Test& child) { return child.passes(index, facts); });
        case Way::Title:
            return titlePasses(facts);
        case Way::Id:
            return index == m_index;
        case Way::Number:
            addOwnFields(m_numbers, facts);
            return m_node.matches(m_numbers);
        }
        return false;
    }

private:
    enum class Way { Shared, All, Any, Title, Id, Number };
    enum Verdict : char { Unknown, No, Yes };

    static bool isShared(const Node& node)
    {
        static const QStringList own { u"title"_s, u"mediaId"_s, u"cateId"_s, u"utcCreate"_s, u"utcModified"_s };
        return !own.contains(node.field)
            && std::all_of(
                node.children.begin(), node.children.end(), [](const auto& child) { return isShared(*child); });
    }

    bool sharedVerdict(const AssetFacts& facts)
    {
        qint64 kind = facts.modelIndex * 2 + (facts.synthetic ? 1 : 0);
        kind = kind * Synthetic::phrases().size() + facts.phrase;
        kind = kind * Synthetic::tags().size() + facts.tag;
        char& verdict = m_verdicts[size_t(kind * statusNames().size() + facts.status)];
        if (verdict == Unknown)
            verdict = m_node.matches(sharedFields(facts)) ? Yes : No;
        return verdict == Yes;
    }

    //! A synthetic title is a stem, which few share, and a number. The value may lie in the stem, begin in it and end
    //! in the number, or lie in the number.
    void prepareTitles()
    {
        const QString& value = m_node.values.first();
        qsizetype digits = 0;
        while (digits < value.size() && value.at(value.size() - 1 - digits) >= u'0'
            && value.at(value.size() - 1 - digits) <= u'9')
            ++digits;
        if (digits == value.size())
            m_number = value.toStdString();
        for (qint64 i = 0; i < m_catalog.demoSize(); ++i) {
            const QString& title = m_catalog.facts(i).model->title;
            Stem stem;
            stem.plain = title.contains(value, Qt::CaseInsensitive);
            const QString text = QString(title).append(Synthetic::titleJoint);
            stem.inside = text.contains(value, Qt::CaseInsensitive);
            for (qsizetype tail = 1; tail <= digits && tail < value.size(); ++tail) {
                if (text.endsWith(value.chopped(tail), Qt::CaseInsensitive))
                    stem.starts.push_back(value.right(tail).toStdString());
            }
            m_stems.push_back(stem);
        }
    }

    [[nodiscard]] bool titlePasses(const AssetFacts& facts) const
    {
        const Stem& stem = m_stems[size_t(facts.modelIndex)];
        if (!facts.synthetic)
            return stem.plain;
        if (stem.inside)
            return true;
        if (stem.starts.empty() && m_number.empty())
            return false;
        char text[12];
        const auto end = std::to_chars(text, text + sizeof(text), facts.synthetic).ptr;
        const std::string_view number(text, size_t(end - text));
        return (!m_number.empty() && number.find(m_number) != std::string_view::npos)
            || std::any_of(stem.starts.begin(), stem.starts.end(),
                [number](const std::string& start) { return number.starts_with(start); });
    }

    struct Stem {
        bool plain = false, inside = false; //!< the value lies in the title of the model; in the title and its joint
        std::vector<std::string> starts; //!< with which a number completes the value
    };

    const Catalog& m_catalog;
    const Node& m_node;
    Way m_way = Way::Number;
    std::vector<Test> m_children;
    std::vector<char> m_verdicts;
    std::vector<Stem> m_stems;
    std::string m_number; //!< the whole value where it is digits only
    qint64 m_index = -1;
    SearchDocument m_numbers;
};

} // namespace

SearchDocument searchDocument(const Catalog& catalog, qint64 index)
{
    const AssetFacts facts = catalog.facts(index);
    SearchDocument document = sharedFields(facts);
    addOwnFields(document, facts);
    document.mediaId = catalog.mediaId(index);
    document.title = catalog.title(index);
    return document;
}

QList<quint32> scan(const Catalog& catalog, const MatchExpression& expression)
{
    const bool onlyVideo = !expression.mentions(u"mediaType");
    QList<bool> searched;
    for (qint64 i = 0; i < catalog.demoSize(); ++i)
        searched.append(!onlyVideo || catalog.facts(i).model->mediaType == "video"_L1);
    std::optional<Test> test;
    if (expression.root())
        test.emplace(catalog, *expression.root());
    QList<quint32> hits;
    for (qint64 i = 0; i < catalog.size(); ++i) {
        const AssetFacts facts = catalog.facts(i);
        if (searched.at(facts.modelIndex) && (!test || test->passes(i, facts)))
            hits.append(quint32(i));
    }
    hits.squeeze();
    return hits;
}

} // namespace proofreel::sandbox
