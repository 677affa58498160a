// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include <optional>

namespace proofreel {

class AssetSession;
class HistoryModel;
class Player;

//! Writes into the history which asset is opened and where it is being played: every 5 s of playing, on a pause, and
//! when another asset or rendition is opened. GUI thread.
class PlaybackMemory final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlaybackMemory)
public:
    PlaybackMemory(AssetSession& session, HistoryModel& history, QObject* parent = nullptr);

    void watch(Player& player);
    void flush(); //!< what is not written yet

    struct Resume {
        qint64 positionMs = 0;
        QString streamKey; //!< StreamKey as text; the asset may have lost it
    };
    //! Where it was left the time before this one; nullopt: from the start (also within the first 5 s and after the
    //! end). Of the asset that is open it stays the same while it plays.
    [[nodiscard]] std::optional<Resume> resumePosition(const QString& mediaId) const;

Q_SIGNALS:
    //! An asset was opened, and the history has been looked at: resumePosition() knows what there is to know.
    void assetOpened(const QString& mediaId);

private:
    void onSession();
    void onHistory();
    void onPosition(qint64 positionMs);
    [[nodiscard]] std::optional<Resume> stored(const QString& mediaId) const;

    AssetSession& m_session;
    HistoryModel& m_history;
    Player* m_player = nullptr;
    QString m_open; //!< MediaId
    bool m_isKnown = false; //!< m_resume has been looked up
    std::optional<Resume> m_resume;
    qint64 m_position = -1; //!< ms; -1: nothing to write
    QString m_key;
    QElapsedTimer m_sinceWrite;
};

} // namespace proofreel
