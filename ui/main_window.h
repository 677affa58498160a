// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/open_list.h"
#include "ui/command_line.h"

#include <QMainWindow>

#include <functional>

namespace proofreel {

class AccountButton;
class AssetHeader;
class DetailsPanel;
class ErrorStrip;
class FirstRunPage;
class KeyGuard;
class LibraryPanel;
class LibrarySearch;
class PlaybackLink;
class PlayerPanel;
class StatusLine;
class StreamPanel;
class Theme;
class TopBar;
class WindowLayout;
class WindowMenu;

//! Wires the rooms together and shows them: library, streams, player, details. Knows no domain of its own.
class MainWindow final : public QMainWindow {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)
public:
    MainWindow(Workspace& workspace, Theme& theme);
    ~MainWindow() override;

    //! Connects with the account in force and opens what the command line names.
    void begin(const CommandLine& commandLine);
    //! A MediaId, InputURL, play URL, link, or several of them, also in a file.
    void openText(const QString& text);
    [[nodiscard]] PlayerPanel& playerPanel() { return *m_player; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildCentre();
    void buildPanels();
    void buildActions();
    void wireAccount();
    void wireAsset();
    void wireMenu();

    void openWords(const QStringList& words); //!< several go to the review queue, and the first one is opened
    void openList(const OpenList& list);
    void openTarget(const OpenTarget& target);
    void whenConnected(const std::function<void()>& open);
    void openAsset(const PlayInfoQuery& query);
    void openDemo();
    void connectNow();
    void chooseAccount(const QString& profileId);
    void onProfiles();
    void showFirstRun(bool on);
    void showKeychainProblem(const QString& problem);
    void onLibrary();
    void onSession();
    void showKeys();

    Workspace& m_workspace;
    WindowMenu* m_menu = nullptr;
    AccountButton* m_account = nullptr;
    TopBar* m_top = nullptr;
    QWidget* m_work = nullptr;
    FirstRunPage* m_firstRun = nullptr;
    ErrorStrip* m_keychainStrip = nullptr;
    ErrorStrip* m_strip = nullptr;
    LibraryPanel* m_library = nullptr;
    LibrarySearch* m_find = nullptr;
    AssetHeader* m_header = nullptr;
    PlayerPanel* m_player = nullptr;
    StreamPanel* m_streams = nullptr;
    DetailsPanel* m_details = nullptr;
    StatusLine* m_status = nullptr;
    WindowLayout* m_layout = nullptr;
    PlaybackLink* m_link = nullptr;
    KeyGuard* m_guard = nullptr;
    QAction* m_search = nullptr;
    QAction* m_lastRendition = nullptr;
    CallHandle m_gather;
    std::function<void()> m_whenConnected; // what the command line asks for, once there is an account
};

} // namespace proofreel
