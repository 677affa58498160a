// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/id_sweep.h"

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

bool hasRenditions(const QString& mediaType)
{
    return mediaType == "video"_L1 || mediaType == "audio"_L1;
}

//! Images and texts are not asked for, where the question lets one say so.
Result<QList<AssetQuestion>> questionsOf(const AssetQuery& query)
{
    if (!query.mediaType.isEmpty() || !query.match.isEmpty())
        return query.questions();
    QList<AssetQuestion> all;
    for (const QString& type : { u"video"_s, u"audio"_s }) {
        AssetQuery narrowed = query;
        narrowed.mediaType = type;
        const auto questions = narrowed.questions();
        if (!questions)
            return questions;
        all += *questions;
    }
    return all;
}

} // namespace

IdSweep::IdSweep(Client& client, QObject* parent)
    : QObject(parent)
    , m_client(client)
{
}

IdSweep::~IdSweep()
{
    m_call.abort();
}

void IdSweep::start(const AssetQuery& query, qsizetype limit)
{
    cancel();
    m_limit = limit;
    m_found = {};
    m_seen.clear();
    const auto questions = questionsOf(query);
    m_walk = std::make_unique<AssetWalk>(m_client, questions.value_or(QList<AssetQuestion>()));
    QMetaObject::invokeMethod(
        this,
        [this, questions, walk = m_walk.get()] {
            if (walk != m_walk.get())
                return;
            if (questions)
                next();
            else
                fail(questions.error());
        },
        Qt::QueuedConnection);
}

void IdSweep::cancel()
{
    m_call.abort();
    m_walk.reset();
}

void IdSweep::next()
{
    if (m_found.isCut || m_walk->atEnd()) {
        m_walk.reset();
        Q_EMIT finished(m_found);
        return;
    }
    m_call = m_walk->next(this, [this](const Result<AssetBatch>& page) { arrived(page); });
}

void IdSweep::arrived(const Result<AssetBatch>& page)
{
    if (!page) {
        fail(page.error());
        return;
    }
    int news = 0;
    for (const AssetRow& row : page->rows) {
        if (row.mediaId.isEmpty() || m_seen.contains(row.mediaId))
            continue;
        m_seen.insert(row.mediaId);
        ++news;
        if (!hasRenditions(row.mediaType))
            continue;
        if (m_found.mediaIds.size() < m_limit)
            m_found.mediaIds.append(row.mediaId);
        else
            m_found.isCut = true;
    }
    m_walk->used(news);
    Q_EMIT progress(m_found.mediaIds.size());
    if (m_walk) // whoever heard of it may have cancelled
        next();
}

void IdSweep::fail(const Error& error)
{
    const Error why = error;
    m_walk.reset();
    Q_EMIT failed(why);
}

} // namespace proofreel
