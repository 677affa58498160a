// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/playback_memory.h"

#include "catalog/history_model.h"
#include "playback/player.h"
#include "streams/asset_session.h"

#include <utility>

namespace proofreel {

namespace {

constexpr qint64 kTooEarlyMs = 5000; // nobody misses the first seconds
constexpr qint64 kWriteEveryMs = 5000;

} // namespace

PlaybackMemory::PlaybackMemory(AssetSession& session, HistoryModel& history, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_history(history)
{
    connect(&session, &AssetSession::stateChanged, this, &PlaybackMemory::onSession);
    connect(&history, &HistoryModel::loaded, this, &PlaybackMemory::onHistory);
}

void PlaybackMemory::watch(Player& player)
{
    m_player = &player;
    connect(&player, &Player::positionChanged, this, &PlaybackMemory::onPosition);
    connect(&player, &Player::sourceChanged, this, &PlaybackMemory::flush);
    connect(&player, &Player::stateChanged, this, [this](Player::State state) {
        if (state == Player::State::Paused) {
            flush();
        } else if (state == Player::State::Ended && m_position >= 0) {
            m_position = -1;
            m_history.setPosition(m_open, -1, m_key); // seen to the end: from the start the next time
        }
    });
}

void PlaybackMemory::onSession()
{
    const MediaBase& base = m_session.mediaBase();
    const QString mediaId = m_session.hasAnswer() ? base.mediaId : QString();
    if (mediaId == m_open)
        return;
    flush();
    m_open = mediaId;
    m_resume.reset();
    m_isKnown = false;
    if (m_open.isEmpty())
        return;
    m_resume = stored(m_open);
    m_history.opened(m_open, base.title, base.mediaType);
    if (m_history.isLoaded())
        onHistory();
}

void PlaybackMemory::onHistory()
{
    if (m_open.isEmpty() || std::exchange(m_isKnown, true))
        return;
    if (!m_resume)
        m_resume = stored(m_open);
    Q_EMIT assetOpened(m_open);
}

void PlaybackMemory::onPosition(qint64 positionMs)
{
    // Of a bare URL, or of the asset before this one, there is nothing to remember. The key's second part is the asset.
    const QString& key = m_player->source().key;
    if (m_open.isEmpty() || key.section(u'.', 1, 1) != m_open || positionMs < kTooEarlyMs)
        return;
    m_position = positionMs;
    m_key = key;
    if (!m_sinceWrite.isValid() || m_sinceWrite.hasExpired(kWriteEveryMs))
        flush();
}

void PlaybackMemory::flush()
{
    if (m_position < 0)
        return;
    m_history.setPosition(m_open, std::exchange(m_position, -1), m_key);
    m_sinceWrite.start();
}

std::optional<PlaybackMemory::Resume> PlaybackMemory::stored(const QString& mediaId) const
{
    const auto entry = m_history.entry(mediaId);
    if (!entry || entry->positionMs < kTooEarlyMs)
        return std::nullopt;
    return Resume { entry->positionMs, entry->streamKey };
}

std::optional<PlaybackMemory::Resume> PlaybackMemory::resumePosition(const QString& mediaId) const
{
    return mediaId == m_open && m_isKnown ? m_resume : stored(mediaId);
}

} // namespace proofreel
