// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/playback_link.h"

#include "ui/player/player_panel.h"
#include "ui/streams/stream_panel.h"
#include "workspace/play_source.h"

#include <QApplication>
#include <QPointer>

#include <utility>

namespace proofreel {

namespace {

bool isSameAsset(const PlayInfoQuery& one, const PlayInfoQuery& other)
{
    return one.mediaId == other.mediaId && one.inputUrl == other.inputUrl;
}

//! What is opened takes the focus. Who looks at evidence goes on in the list or the curves that led there.
class KeptFocus {
    Q_DISABLE_COPY_MOVE(KeptFocus)
public:
    KeptFocus() = default;
    ~KeptFocus()
    {
        if (m_before && m_before->isVisible())
            m_before->setFocus();
    }

private:
    const QPointer<QWidget> m_before = QApplication::focusWidget();
};

} // namespace

PlaybackLink::PlaybackLink(AssetSession& session, StreamPanel& streams, PlayerPanel& player, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_player(player)
{
    connect(&streams, &StreamPanel::playRequested, this, &PlaybackLink::play);
    connect(&session, &AssetSession::stateChanged, this, &PlaybackLink::onSession);
}

void PlaybackLink::play(const StreamKey& key)
{
    m_wish.reset();
    start(key, nullptr);
}

void PlaybackLink::playOnceOpen(const PlayInfoQuery& asset, const StreamKey& key, qint64 startMs, bool paused)
{
    m_wish = Wish { asset, key, startMs, paused };
    fulfilWish();
}

void PlaybackLink::fulfilWish()
{
    if (!m_wish || m_session.state() != AssetSession::State::Ready || !isSameAsset(m_wish->asset, m_session.query()))
        return;
    const Wish wish = *std::exchange(m_wish, std::nullopt);
    const StreamModel& streams = m_session.streams();
    int row = streams.rowOf(wish.key);
    for (int other = 0; row < 0 && other < streams.rowCount(); ++other) {
        if (streams.playability(other) == Playability::Playable)
            row = other;
    }
    if (row >= 0)
        start(streams.key(row), &wish);
}

std::optional<double> PlaybackLink::positionSeconds() const
{
    const Player* player = m_player.player();
    return player ? std::optional(static_cast<double>(player->position()) / 1000.0) : std::nullopt;
}

void PlaybackLink::start(const StreamKey& key, const Wish* wish)
{
    StreamModel& streams = m_session.streams();
    const int row = streams.rowOf(key);
    if (row < 0 || streams.playability(row) != Playability::Playable)
        return;
    const PlaySource source = playSource(streams, row);
    const bool goOn = !m_current.isEmpty() && isSameAsset(m_asset, m_session.query());
    m_asset = m_session.query();
    m_urlOpen = false;
    if (key != m_current)
        m_previous = std::exchange(m_current, key);
    if (wish)
        m_player.open(source, wish->startMs, wish->paused);
    else if (goOn)
        m_player.switchTo(source);
    else
        m_player.open(source);
    streams.setCurrent(key);
}

void PlaybackLink::playAt(const StreamKey& key, std::optional<qint64> ms)
{
    const KeptFocus focus;
    const bool isThere = key == m_current && isSameAsset(m_asset, m_session.query()) && m_player.goTo(ms);
    if (isThere)
        return;
    if (ms)
        playOnceOpen(m_session.query(), key, *ms, false);
    else
        play(key);
}

void PlaybackLink::seekTo(const StreamKey& key, qint64 ms)
{
    const KeptFocus focus;
    const bool isOpen = isSameAsset(m_asset, m_session.query());
    if (key == m_current && isOpen && m_player.goTo(ms, false))
        return;
    const Player* player = m_player.player();
    const bool isPlaying = isOpen && player && player->state() == Player::State::Playing;
    playOnceOpen(m_session.query(), key, ms, !isPlaying);
}

void PlaybackLink::playUrl(const PlaySource& source)
{
    m_wish.reset();
    m_session.close();
    m_urlOpen = true;
    m_player.open(source);
}

void PlaybackLink::playPrevious()
{
    if (!m_previous.isEmpty())
        play(m_previous);
}

// The picture of one asset under the title of another would mislead whoever judges it.
void PlaybackLink::onSession()
{
    const bool nothingOpen = m_current.isEmpty() && !m_urlOpen;
    const bool isEmpty = m_session.state() == AssetSession::State::Empty;
    const bool fits = m_urlOpen ? isEmpty : !isEmpty && isSameAsset(m_asset, m_session.query());
    if (m_wish && (isEmpty || !isSameAsset(m_wish->asset, m_session.query())))
        m_wish.reset();
    if (nothingOpen || fits) {
        fulfilWish();
        return;
    }
    m_urlOpen = false;
    m_current = {};
    m_previous = {};
    m_asset = {};
    m_session.streams().setCurrent({});
    m_player.close();
    fulfilWish();
}

} // namespace proofreel
