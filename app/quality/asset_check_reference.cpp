// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/asset_check_run.h"

namespace proofreel {

void AssetCheck::Run::askSource()
{
    const MediaInfoQuery query { .mediaId = m_mediaId, .inputUrl = {}, .authTimeout = m_options.authTimeout };
    m_call = m_owner.m_client.getMediaInfo(query, this, [this](const Result<MediaInfoReply>& reply) {
        m_call = {};
        m_source = sourceIn(reply);
        postAll();
    });
}

MeasureOptions AssetCheck::Run::optionsFor(qsizetype index) const
{
    MeasureOptions options = m_options.measure;
    if (!options.deep || m_options.reference.kind == Reference::Kind::None)
        return options;
    FoundReference found { .url = m_options.reference.location, .title = m_options.reference.title(), .trouble = {} };
    if (m_options.reference.kind == Reference::Kind::Source) {
        found = m_source;
    } else if (m_options.reference.kind == Reference::Kind::Original) {
        QList<PlayInfo> infos; // with the links of now
        for (const Stream& stream : m_streams)
            infos << stream.info;
        found = originalFor(infos, index);
    }
    options.reference = found.url;
    options.referenceTitle = found.title;
    options.referenceTrouble = found.trouble;
    return options;
}

} // namespace proofreel
