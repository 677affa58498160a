// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/asset_walk.h"

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr int kMaxStalePages = 20;

} // namespace

AssetWalk::AssetWalk(Client& client, QList<AssetQuestion> questions)
    : m_client(client)
    , m_questions(std::move(questions))
{
}

QString AssetWalk::action() const
{
    const AssetQuestion& question = m_questions.at(std::min(m_question, m_questions.size() - 1));
    return std::holds_alternative<SearchQuery>(question) ? u"SearchMedia"_s : u"ListMediaBasicInfos"_s;
}

CallHandle AssetWalk::next(QObject* context, std::function<void(Result<AssetBatch>)> callback)
{
    Q_ASSERT(!atEnd());
    const auto answer = [this, callback = std::move(callback)](qsizetype asked) {
        return [this, callback, asked](const Result<MediaPage>& page) {
            if (!page) {
                callback(fail(page.error()));
                return;
            }
            arrived(*page, asked);
            AssetBatch batch;
            batch.rows.reserve(page->medias.size());
            for (const MediaBasicInfo& media : page->medias)
                batch.rows.append(AssetRow::from(media));
            if (m_total || m_before > 0)
                batch.total = m_before + m_total.value_or(m_received);
            batch.isTotalWhole = atEnd() || (m_total && m_question + 1 == m_questions.size());
            batch.info = page->info;
            batch.info.body.clear();
            callback(std::move(batch));
        };
    };
    if (const auto* list = std::get_if<MediaListQuery>(&m_questions.at(m_question))) {
        MediaListQuery query = *list;
        query.nextToken = m_token;
        return m_client.listMediaBasicInfos(query, context, answer(query.maxResults));
    }
    SearchQuery query = std::get<SearchQuery>(m_questions.at(m_question));
    query.scrollToken = m_token;
    return m_client.searchMedia(query, context, answer(query.pageSize));
}

void AssetWalk::arrived(const MediaPage& page, qsizetype asked)
{
    m_received += page.medias.size();
    m_total = page.totalCount;
    bool more = !page.nextToken.isEmpty();
    if (std::holds_alternative<MediaListQuery>(m_questions.at(m_question))) {
        more = more && !m_usedTokens.contains(page.nextToken);
        m_usedTokens.insert(page.nextToken);
    } else {
        // A ScrollToken may stay the same and is given after the last page, too.
        more = more && (page.medias.size() >= asked || m_received < m_total.value_or(0));
    }
    m_token = page.nextToken;
    if (!more)
        endQuestion();
}

void AssetWalk::endQuestion()
{
    m_before += m_received;
    m_received = 0;
    m_total.reset();
    m_token.clear();
    m_usedTokens.clear();
    m_stalePages = 0;
    ++m_question;
}

void AssetWalk::used(int newRows)
{
    m_stalePages = newRows > 0 ? 0 : m_stalePages + 1;
    if (!atEnd() && m_stalePages >= kMaxStalePages)
        endQuestion();
}

} // namespace proofreel
