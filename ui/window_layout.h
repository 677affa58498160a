// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QAction;
class QDockWidget;
class QMainWindow;
class QSettings;
class QWidget;

namespace proofreel {

//! Where the panels stand: library left, streams under the player, details right; each can be moved, detached and
//! hidden, and all of it is remembered.
class WindowLayout final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowLayout)
public:
    WindowLayout(QMainWindow& window, QSettings& settings);

    void addPanels(QWidget* library, QWidget* streams, QWidget* details);
    void restore(); //!< once, before the window is shown
    void save();
    void reset();
    //! The panels go while there is nothing to show in them, and come back as they were.
    void setPanelsShown(bool shown);

    [[nodiscard]] QAction* libraryAction() const { return m_libraryAction; }
    [[nodiscard]] QAction* streamsAction() const { return m_streamsAction; }
    [[nodiscard]] QAction* detailsAction() const { return m_detailsAction; }

private:
    QDockWidget* addDock(const QString& name, const QString& title, QWidget* content, Qt::DockWidgetArea area);
    void arrange();
    [[nodiscard]] int letter() const; // px
    [[nodiscard]] int libraryWidth() const;
    [[nodiscard]] int detailsWidth() const;

    QMainWindow& m_window;
    QSettings& m_settings;
    QDockWidget* m_library = nullptr;
    QDockWidget* m_streams = nullptr;
    QDockWidget* m_details = nullptr;
    QAction* m_libraryAction = nullptr;
    QAction* m_streamsAction = nullptr;
    QAction* m_detailsAction = nullptr;
    QByteArray m_hiddenState; // of the panels, while they are not shown
    bool m_shown = true;
};

} // namespace proofreel
