// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/check_comparison.h"

#include "streams/asset_session.h"
#include "workspace/check_history.h"
#include "workspace/check_session.h"

#include <algorithm>
#include <utility>

namespace proofreel {

CheckComparison::CheckComparison(
    CheckSession& session, const AssetSession& asset, CheckHistory& history, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_asset(asset)
    , m_history(history)
{
    connect(&session, &CheckSession::ended, this,
        [this](const AssetResult& result) { m_history.keep(result, m_session.choice().policy()); });
    connect(&session, &CheckSession::changed, this, &CheckComparison::onAsset);
    connect(&session, &CheckSession::judged, this, &CheckComparison::compare);
    connect(&asset, &AssetSession::stateChanged, this, &CheckComparison::onAsset);
    connect(&history, &CheckHistory::changed, this, [this](const QString& mediaId) {
        if (mediaId.isEmpty() || mediaId == m_mediaId)
            read();
    });
    onAsset();
}

void CheckComparison::onAsset()
{
    const QString id = m_session.state() == CheckSession::State::Empty ? QString() : m_session.mediaId();
    if (id != std::exchange(m_mediaId, id)) {
        m_chosen = {};
        m_known.clear();
        arrange();
        read();
    } else {
        arrange();
    }
}

void CheckComparison::read()
{
    m_read.abort();
    m_read = {};
    if (m_mediaId.isEmpty())
        return;
    m_read = m_history.read(m_mediaId, this, [this](const QList<PastCheck>& checks) {
        m_known = checks;
        arrange();
    });
}

// A check that a batch has made meanwhile is later than what is shown, and stays out.
void CheckComparison::arrange()
{
    const QDateTime shown =
        m_session.state() == CheckSession::State::NotChecked ? QDateTime() : m_session.sheet().requestedAt;
    m_earlier = m_known;
    if (shown.isValid())
        m_earlier.removeIf([&shown](const PastCheck& check) { return check.at >= shown; });
    compare();
}

const PastCheck* CheckComparison::reference() const
{
    const auto chosen = std::find_if(
        m_earlier.begin(), m_earlier.end(), [this](const PastCheck& check) { return check.at == m_chosen; });
    if (chosen != m_earlier.end())
        return &*chosen;
    return m_earlier.isEmpty() ? nullptr : &m_earlier.first();
}

void CheckComparison::choose(const QDateTime& at)
{
    m_chosen = at;
    compare();
}

// A saved reply of an earlier hour, or one without streams, says nothing of what there is now.
std::optional<PastCheck> CheckComparison::declaredNow() const
{
    if (m_asset.state() != AssetSession::State::Ready || !m_asset.hasAnswer() || m_asset.asOf().isValid()
        || m_asset.mediaState() != MediaState::Ready)
        return std::nullopt;
    AssetResult result;
    const StreamModel& streams = m_asset.streams();
    for (int row = 0; row < streams.rowCount(); ++row) {
        const PlayInfo& info = streams.at(row);
        result.sheet.streams.append(
            { .key = streams.key(row).toString(), .info = info, .declared = declaredFacts(info) });
    }
    return pastCheck(result, {}, {});
}

void CheckComparison::compare()
{
    m_changes.reset();
    m_isDeclared = m_session.state() == CheckSession::State::NotChecked;
    const PastCheck* before = reference();
    if (before && m_isDeclared) {
        if (const auto now = declaredNow())
            m_changes = changesSince(*before, *now);
    } else if (before && m_session.state() == CheckSession::State::Checked) {
        m_changes = changesSince(*before, pastCheck(m_session.result(), {}, policyMark(m_session.choice().policy())));
    }
    Q_EMIT changed();
}

void CheckComparison::forget()
{
    if (m_mediaId.isEmpty())
        return;
    m_forgottenId = m_mediaId;
    m_forgotten = std::exchange(m_known, {});
    arrange();
    m_history.forget(m_mediaId);
}

void CheckComparison::restore()
{
    m_history.restore(m_forgottenId, std::exchange(m_forgotten, {}));
}

} // namespace proofreel
