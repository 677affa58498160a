// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "playback/player.h"
#include "streams/asset_session.h"

#include <QObject>

namespace proofreel {

class PlayerPanel;
class StreamPanel;

//! Between the table of streams and the player: opens what is asked for, goes on from the same place when the rendition
//! changes, marks the current one, and closes the player when another asset is opened.
class PlaybackLink final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlaybackLink)
public:
    PlaybackLink(AssetSession& session, StreamPanel& streams, PlayerPanel& player, QObject* parent = nullptr);

    void play(const StreamKey& key);
    void playUrl(const PlaySource& source); //!< without an asset
    [[nodiscard]] bool isUrlOpen() const { return m_urlOpen; }
    void playPrevious(); //!< the rendition before this one, of the same asset

private:
    void onSession();

    AssetSession& m_session;
    PlayerPanel& m_player;
    bool m_urlOpen = false; // a bare URL is in the player
    PlayInfoQuery m_asset; // of what is in the player
    StreamKey m_current;
    StreamKey m_previous;
};

} // namespace proofreel
