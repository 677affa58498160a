// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/asset_check_run.h"

namespace proofreel {

void AssetCheck::Run::askSource(Answer links, std::function<void()> then)
{
    const MediaInfoQuery query { .mediaId = m_mediaId, .inputUrl = {}, .authTimeout = m_options.authTimeout };
    m_call = m_owner.m_client.getMediaInfo(query, this,
        [this, links = std::move(links), then = std::move(then)](const Result<MediaInfoReply>& reply) mutable {
            m_call = {};
            if (reply || links.source.url.isEmpty())
                links.source = sourceIn(reply);
            m_links->take(std::move(links));
            then();
        });
}

bool AssetCheck::Run::isReferenceAsked() const
{
    return isSourceAsked() || (m_options.measure.deep && m_options.reference.kind == Reference::Kind::Original);
}

bool AssetCheck::Run::isSourceAsked() const
{
    return m_options.measure.deep && m_options.reference.kind == Reference::Kind::Source;
}

MeasureOptions AssetCheck::Run::withReference(
    MeasureOptions options, const Reference& reference, const Answer& links, qsizetype index)
{
    if (!options.deep || reference.kind == Reference::Kind::None)
        return options;
    FoundReference found { .url = reference.location, .title = reference.title(), .trouble = {} };
    if (reference.kind == Reference::Kind::Source)
        found = links.source;
    else if (reference.kind == Reference::Kind::Original)
        found = originalFor(links.infos, index);
    options.reference = found.url;
    options.referenceTitle = found.title;
    options.referenceTrouble = found.trouble;
    return options;
}

} // namespace proofreel
