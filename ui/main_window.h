// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/command_line.h"

#include <QMainWindow>

class QTabWidget;

namespace proofreel {

class AccountButton;
class AssetHeader;
class AssetMarks;
class BatchLink;
class BatchPanel;
class CheckLink;
class CheckPanel;
class CurvesPanel;
class DetailsPanel;
class ErrorStrip;
class FindingsView;
class FirstRunPage;
class FrameLink;
class KeyGuard;
class LedgerView;
class LeftZone;
class LibraryPanel;
class LibrarySearch;
class Opener;
class PlaybackLink;
class PlayerPanel;
class PolicyLink;
class QueuePanel;
class RememberedPanel;
class StatusLine;
class StreamPanel;
class Theme;
class TopBar;
class WindowLayout;
class WindowMenu;
class ZoneTabs;

//! Wires the rooms together and shows them: library, streams, player, details. Knows no domain of its own.
class MainWindow final : public QMainWindow {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)
public:
    MainWindow(Workspace& workspace, Theme& theme);
    ~MainWindow() override;

    //! Connects with the account in force and opens what the command line names.
    void begin(const CommandLine& commandLine);
    //! A MediaId, InputURL, PlayURL, link, or several of them, also in a file.
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

    void buildChecks();
    void wireChecks();
    void buildBatch();
    void wireBatch();
    void buildZones();
    void showLower(QWidget* page);
    void showDetails();

    void buildMemory();
    void wireMemory();
    void openAsset(const QString& mediaId);
    void queueAssets(const QStringList& mediaIds);
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
    ErrorStrip* m_resumeStrip = nullptr;
    LeftZone* m_left = nullptr;
    LibraryPanel* m_library = nullptr;
    QueuePanel* m_queue = nullptr;
    RememberedPanel* m_history = nullptr;
    RememberedPanel* m_favourites = nullptr;
    LibrarySearch* m_find = nullptr;
    AssetHeader* m_header = nullptr;
    PlayerPanel* m_player = nullptr;
    StreamPanel* m_streams = nullptr;
    DetailsPanel* m_details = nullptr;
    QTabWidget* m_lower = nullptr;
    CheckPanel* m_check = nullptr;
    CurvesPanel* m_curves = nullptr;
    FindingsView* m_findings = nullptr;
    LedgerView* m_ledger = nullptr;
    QList<QAction*> m_findingSteps;
    CheckLink* m_checkLink = nullptr;
    ZoneTabs* m_lowerTabs = nullptr;
    ZoneTabs* m_detailsTabs = nullptr;
    BatchPanel* m_batch = nullptr;
    BatchLink* m_batchLink = nullptr;
    PolicyLink* m_policy = nullptr;
    StatusLine* m_status = nullptr;
    WindowLayout* m_layout = nullptr;
    PlaybackLink* m_link = nullptr;
    Opener* m_opener = nullptr;
    AssetMarks* m_marks = nullptr;
    FrameLink* m_frames = nullptr;
    KeyGuard* m_guard = nullptr;
    QAction* m_search = nullptr;
    QAction* m_paste = nullptr;
    QAction* m_openList = nullptr;
    QAction* m_lastRendition = nullptr;
};

} // namespace proofreel
