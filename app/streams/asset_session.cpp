// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "streams/asset_session.h"

#include "ims/decode.h"

#include <QTimer>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace proofreel {

AssetSession::AssetSession(Client& client, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
{
    m_countdown.setInterval(std::chrono::seconds(1));
    connect(&m_countdown, &QTimer::timeout, this, &AssetSession::tick);
}

AssetSession::~AssetSession()
{
    m_waiters.clear();
    m_call.abort();
    m_recall.abort();
}

void AssetSession::open(const PlayInfoQuery& query)
{
    const bool same = m_state != State::Empty && query.mediaId == m_query.mediaId && query.inputUrl == m_query.inputUrl;
    if (same && query.authTimeout == m_query.authTimeout) {
        reload();
        return;
    }
    stop();
    m_query = query;
    if (!same) {
        m_answered = false;
        m_countdown.stop();
        m_streams.clear();
        m_streams.setSavedAt({});
        m_streams.setCurrent({});
    }
    m_wanted = true;
    ask();
    setState(State::Loading);
}

void AssetSession::reload()
{
    if (m_state == State::Empty)
        return;
    m_wanted = true;
    ask();
    setState(State::Loading);
}

void AssetSession::close()
{
    stop();
    m_query = {};
    m_answered = false;
    m_countdown.stop();
    m_streams.clear();
    m_streams.setSavedAt({});
    m_streams.setCurrent({});
    setState(State::Empty);
}

void AssetSession::ask()
{
    if (m_asking)
        return;
    m_recall.abort();
    m_asking = true;
    m_call = m_client.getPlayInfo(m_query, this, [this](const Result<PlayInfoReply>& result) { answered(result); });
}

void AssetSession::answered(const Result<PlayInfoReply>& result)
{
    m_asking = false;
    const bool wanted = std::exchange(m_wanted, false);
    if (result) {
        m_answered = true;
        m_streams.setSavedAt({});
        m_streams.setReply(*result, m_query.authTimeout);
        tick();
        if (m_memory.keep)
            m_memory.keep(m_query, *result);
        if (m_streams.rowCount() > 0)
            m_countdown.start();
        else
            m_countdown.stop();
        // A renewal that succeeds also mends an earlier failed reload.
        m_error = {};
        setState(State::Ready);
    } else if (wanted) {
        m_error = result.error();
        if (asOf().isValid())
            setState(State::Ready); // still what was saved
        else if (!m_answered && m_memory.recall && m_error.meansNoNetwork())
            recall();
        else
            setState(State::Failed);
    }
    serveWaiters(result);
}

void AssetSession::recall()
{
    m_recall = m_memory.recall(m_query, this, [this](const std::optional<SavedReply>& saved) { showSaved(saved); });
}

void AssetSession::showSaved(const std::optional<SavedReply>& saved)
{
    auto reply = saved ? decodePlayInfo(saved->body) : Result<PlayInfoReply>(fail(m_error));
    if (!reply) {
        setState(State::Failed);
        return;
    }
    reply->info.requestedAt = saved->at; // its URLs ended long ago
    m_answered = true;
    m_streams.setSavedAt(saved->at);
    m_streams.setReply(*reply, m_query.authTimeout);
    tick();
    m_countdown.start(); // "saved 5 min ago"
    setState(State::Ready);
}

void AssetSession::serveWaiters(const Result<PlayInfoReply>& result)
{
    // A callback may ask again or abort another one: each is taken out before it runs.
    QList<quint64> ids;
    std::transform(m_waiters.cbegin(), m_waiters.cend(), std::back_inserter(ids), [](const Waiter& w) { return w.id; });
    const QPointer<AssetSession> alive(this);
    for (const quint64 id : std::as_const(ids)) {
        const auto found =
            std::find_if(m_waiters.begin(), m_waiters.end(), [id](const Waiter& w) { return w.id == id; });
        if (found == m_waiters.end())
            continue;
        const Waiter waiter = *found;
        m_waiters.erase(found);
        if (!waiter.context)
            continue;
        const int row = m_streams.rowOf(waiter.key);
        if (!result)
            waiter.callback(fail(result.error()));
        else if (row >= 0)
            waiter.callback(m_streams.at(row));
        else
            waiter.callback(fail({ .kind = ErrorKind::NotFound,
                .message = tr("This stream is no longer among the asset's streams."),
                .advice = tr("Choose another stream."),
                .requestId = result->info.requestId,
                .host = result->info.host,
                .httpStatus = result->info.httpStatus }));
        if (!alive)
            return;
    }
}

CallHandle AssetSession::renew(const StreamKey& key, QObject* context, std::function<void(Result<PlayInfo>)> callback)
{
    const quint64 id = ++m_lastWaiter;
    m_waiters.append({ id, key, context, std::move(callback) });
    if (m_state != State::Empty) {
        ask();
    } else {
        QTimer::singleShot(0, this, [this] {
            if (m_state == State::Empty)
                serveWaiters(fail({ .kind = ErrorKind::NotFound, .message = tr("No asset is open.") }));
        });
    }
    return CallHandle([session = QPointer<AssetSession>(this), id] {
        if (session)
            session->forget(id);
    });
}

void AssetSession::forget(quint64 waiter)
{
    m_waiters.removeIf([waiter](const Waiter& w) { return w.id == waiter; });
    if (m_waiters.isEmpty() && !m_wanted && m_asking) {
        m_call.abort();
        m_asking = false;
    }
}

void AssetSession::stop()
{
    m_call.abort();
    m_recall.abort();
    m_asking = false;
    m_wanted = false;
    // Not from here: the caller is in the middle of changing assets.
    const QList<Waiter> waiters = std::exchange(m_waiters, {});
    for (const Waiter& waiter : waiters) {
        if (!waiter.context)
            continue;
        QTimer::singleShot(0, waiter.context, [callback = waiter.callback] {
            callback(fail({ .kind = ErrorKind::Cancelled, .message = tr("Another asset was opened.") }));
        });
    }
}

void AssetSession::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

void AssetSession::tick()
{
    m_streams.setNow(m_clock.nowUtc().addMSecs(m_client.clockOffsetMs()));
}

} // namespace proofreel
