// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/asset_query.h"
#include "catalog/asset_row.h"
#include "core/call.h"
#include "ims/client.h"

#include <QSet>

#include <functional>
#include <optional>

namespace proofreel {

//! A page as it came.
struct AssetBatch {
    QList<AssetRow> rows; //!< may hold assets that an earlier page held
    std::optional<qint64> total; //!< of the list, as far as the service has told
    bool isTotalWhole = false; //!< false: questions that are still to be asked may add to it
    ReplyInfo info; //!< without the body
};

//! Walks the pages of a list of questions, forward only, whichever way the service pages them (NextToken, ScrollToken).
//! Bounded against replies that lead round in circles. A page that failed is asked for again by the next next().
class AssetWalk {
public:
    AssetWalk(Client& client, QList<AssetQuestion> questions);

    [[nodiscard]] bool atEnd() const { return m_question >= m_questions.size(); }
    //! The action that next() calls, for messages: "ListMediaBasicInfos" or "SearchMedia".
    [[nodiscard]] QString action() const;
    //! One at a time, not at the end; this must outlive the call or abort it.
    CallHandle next(QObject* context, std::function<void(Result<AssetBatch>)> callback);
    //! To be told after every page: how many of its assets were not known before. Many pages in succession without any
    //! end the question.
    void used(int newRows);

private:
    void arrived(const MediaPage& page, qsizetype asked);
    void endQuestion();

    Client& m_client;
    QList<AssetQuestion> m_questions;
    qsizetype m_question = 0; //!< the one that is being walked
    QString m_token;
    QSet<QString> m_usedTokens; //!< a NextToken that comes twice would lead round in circles
    qint64 m_received = 0; //!< rows of this question
    qint64 m_before = 0; //!< rows of the questions before
    std::optional<qint64> m_total; //!< of this question
    int m_stalePages = 0; //!< without anything new, in succession
};

} // namespace proofreel
