// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "playback/player.h"
#include "streams/asset_session.h"

#include <QObject>

#include <optional>

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
    //! That rendition (or, where it is not there, the first that plays) of that asset, from \a startMs, as soon as its
    //! streams are known. The caller opens the asset; another one makes this void.
    void playOnceOpen(const PlayInfoQuery& asset, const StreamKey& key, qint64 startMs, bool paused = true);
    //! That rendition at \a ms, playing; nullopt: from where it is. For evidence of the open asset.
    void playAt(const StreamKey& key, std::optional<qint64> ms);
    //! That rendition at \a ms, playing or paused as it was; what is not in the player yet is shown paused.
    void seekTo(const StreamKey& key, qint64 ms);
    void playUrl(const PlaySource& source); //!< without an asset
    [[nodiscard]] bool isUrlOpen() const { return m_urlOpen; }
    [[nodiscard]] std::optional<double> positionSeconds() const; //!< of what is in the player
    void playPrevious(); //!< the rendition before this one, of the same asset

private:
    struct Wish {
        PlayInfoQuery asset;
        StreamKey key;
        qint64 startMs = 0;
        bool paused = true;
    };
    void onSession();
    void fulfilWish();
    void start(const StreamKey& key, const Wish* wish);

    AssetSession& m_session;
    PlayerPanel& m_player;
    bool m_urlOpen = false; // a bare URL is in the player
    PlayInfoQuery m_asset; // of what is in the player
    StreamKey m_current;
    StreamKey m_previous;
    std::optional<Wish> m_wish;
};

} // namespace proofreel
