// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/account_test.h"

#include <QPointer>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

//! Lives for the time of the test: ends with the last answer, by abort, or with its context.
class AccountTest final : public QObject {
    Q_DISABLE_COPY_MOVE(AccountTest)
public:
    AccountTest(Http& http, const Clock& clock, const ImsAccount& account,
        std::function<void(Result<AccountTestReport>)> callback, QObject* context)
        : QObject(context)
        , m_client(http, clock)
        , m_callback(std::move(callback))
    {
        m_client.setAccount(account);
    }

    void start()
    {
        MediaListQuery query;
        query.maxResults = 1;
        m_call = m_client.listMediaBasicInfos(query, this, [this](const Result<MediaPage>& page) { listed(page); });
    }

    void abort()
    {
        m_callback = nullptr;
        m_call.abort();
        deleteLater();
    }

private:
    void listed(const Result<MediaPage>& page)
    {
        if (!page && page.error().kind != ErrorKind::Permission) {
            end(fail(page.error()));
            return;
        }
        // A made-up id will do where there is no asset: permission is judged before existence.
        PlayInfoQuery query;
        query.mediaId = u"00000000000000000000000000000000"_s;
        if (page) {
            note(page->info);
            m_report.assetCount = page->totalCount;
            if (!page->medias.isEmpty())
                query.mediaId = page->medias.constFirst().mediaId;
        } else {
            m_report.listing = page.error();
        }
        m_call = m_client.getPlayInfo(query, this, [this](const Result<PlayInfoReply>& reply) { answered(reply); });
    }

    void answered(const Result<PlayInfoReply>& reply)
    {
        if (reply)
            note(reply->info);
        else if (isAboutTheAsset(reply.error()))
            m_report.requestId = reply.error().requestId;
        else if (reply.error().kind == ErrorKind::Permission || !m_report.listing)
            m_report.playInfo = reply.error();
        else {
            end(fail(reply.error()));
            return;
        }
        m_report.clockOffsetMs = m_client.clockOffsetMs();
        end(m_report);
    }

    //! The service understood and would have answered, had the asset been there or ready.
    static bool isAboutTheAsset(const Error& error)
    {
        return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::InvalidRequest;
    }

    void note(const ReplyInfo& info)
    {
        m_report.requestId = info.requestId;
        m_report.host = info.host;
        if (m_report.elapsedMs == 0)
            m_report.elapsedMs = info.elapsedMs;
    }

    void end(const Result<AccountTestReport>& result)
    {
        deleteLater();
        if (const auto callback = std::exchange(m_callback, nullptr))
            callback(result);
    }

    Client m_client;
    std::function<void(Result<AccountTestReport>)> m_callback;
    AccountTestReport m_report;
    CallHandle m_call;
};

} // namespace

CallHandle testAccount(Http& http, const Clock& clock, const ImsAccount& account, QObject* context,
    std::function<void(Result<AccountTestReport>)> callback)
{
    const QPointer test = new AccountTest(http, clock, account, std::move(callback), context);
    test->start();
    return CallHandle([test] {
        if (test)
            test->abort();
    });
}

} // namespace proofreel
