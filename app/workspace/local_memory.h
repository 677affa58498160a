// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/favourites_model.h"
#include "catalog/history_model.h"
#include "catalog/local_store.h"
#include "catalog/review_queue.h"
#include "workspace/check_history.h"
#include "workspace/playback_memory.h"

#include <QObject>

namespace proofreel {

class Workspace;

//! What this PC remembers of the account in use, switched with the account and cleared when the account is deleted.
//! Keeps the session's replies for hours without network, and the queue in step with what is opened. GUI thread.
class LocalMemory final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LocalMemory)
public:
    //! Accounts that live in memory only leave nothing in \a file. Empty: no account does.
    LocalMemory(Workspace& workspace, const QString& file);
    ~LocalMemory() override; //!< everything is written then

    [[nodiscard]] LocalStore& store() { return m_store; }
    [[nodiscard]] HistoryModel& history() { return m_history; }
    [[nodiscard]] FavouritesModel& favourites() { return m_favourites; }
    [[nodiscard]] ReviewQueue& queue() { return m_queue; }
    [[nodiscard]] CheckHistory& checks() { return m_checks; }
    [[nodiscard]] PlaybackMemory& playback() { return m_playback; }
    [[nodiscard]] const QString& account() const { return m_account; } //!< profile id; empty: none

    void watch(Player& player);
    void leaveAccount(); //!< before what is open is closed
    //! Deletes history, favourites, queue, checks and saved copies of the account in use.
    void clearAccount();

Q_SIGNALS:
    void accountForgotten(); //!< all that was kept of an account is deleted; what others keep of it should go, too

private:
    void enterAccount(const QString& account);
    void forgetAccount(const QString& profileId);
    void onSession();
    void wireSession();
    void wireTitles();
    void wireLibrary();
    void saveLibrary();
    void recallLibrary();

    Workspace& m_workspace;
    LocalStore m_store;
    HistoryModel m_history;
    FavouritesModel m_favourites;
    ReviewQueue m_queue;
    CheckHistory m_checks;
    PlaybackMemory m_playback;
    QString m_account;
    int m_savedRows = 0; //!< of the list that is shown
    CallHandle m_recall;
};

} // namespace proofreel
