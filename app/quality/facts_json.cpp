// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/facts_json.h"

#include "quality/fact_members.h"
#include "quality/json_members.h"

using namespace Qt::StringLiterals;

namespace proofreel {

QJsonObject factsToJson(const MediaFacts& facts)
{
    QJsonObject out;
    fileMembers(facts, [&out](const char* name, const auto& member, const auto&...) {
        if (const QJsonValue one = json::put(member); !one.isNull())
            out.insert(QLatin1StringView(name), one);
    });
    out.insert(u"video"_s, json::put(facts.video));
    out.insert(u"audio"_s, facts.audio.isEmpty() ? QJsonValue() : json::put(facts.audio.constFirst()));
    out.insert(u"audioTracks"_s, json::put(facts.audio));
    out.insert(u"subtitles"_s, json::put(facts.subtitles));
    return out;
}

MediaFacts factsFromJson(const QJsonObject& from)
{
    MediaFacts facts;
    fileMembers(facts, [&from](const char* name, auto& member, const auto&...) {
        if (const QJsonValue one = from.value(QLatin1StringView(name)); !one.isUndefined())
            json::take(one, member);
    });
    json::take(from.value(u"video"_s), facts.video);
    json::take(from.value(u"audioTracks"_s), facts.audio);
    json::take(from.value(u"subtitles"_s), facts.subtitles);
    return facts;
}

} // namespace proofreel
