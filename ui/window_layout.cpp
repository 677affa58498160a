// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window_layout.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/dock_grip.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QScreen>
#include <QSettings>

#include <algorithm>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

constexpr int kVersion = 1; // of the saved state; another set of docks gets another number
constexpr auto kGeometryKey = "window/geometry"_L1;
constexpr auto kStateKey = "window/state"_L1;
constexpr QSize kFirstSize { 1440, 900 };
constexpr int kCentreLetters = 80; // the chips of the streams in two lines

} // namespace

WindowLayout::WindowLayout(QMainWindow& window, QSettings& settings)
    : QObject(&window)
    , m_window(window)
    , m_settings(settings)
{
    window.setDockNestingEnabled(true);
    window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    window.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
}

void WindowLayout::addPanels(QWidget* library, QWidget* streams, QWidget* details)
{
    m_library = addDock(u"libraryDock"_s, tr("Library"), library, Qt::LeftDockWidgetArea);
    m_streams = addDock(u"streamsDock"_s, tr("Streams"), streams, Qt::BottomDockWidgetArea);
    m_details = addDock(u"detailsDock"_s, tr("Details"), details, Qt::RightDockWidgetArea);
    m_libraryAction = m_library->toggleViewAction();
    m_libraryAction->setShortcut(Qt::Key_F9);
    m_libraryAction->setIcon(icon(u"panel-left"_s));
    m_streamsAction = m_streams->toggleViewAction();
    m_streamsAction->setShortcut(Qt::Key_F8);
    m_detailsAction = m_details->toggleViewAction();
    m_detailsAction->setShortcut(Qt::Key_F10);
    m_detailsAction->setIcon(icon(u"panel-right"_s));
    m_window.addActions({ m_libraryAction, m_streamsAction, m_detailsAction });
}

QDockWidget* WindowLayout::addDock(const QString& name, const QString& title, QWidget* content, Qt::DockWidgetArea area)
{
    auto* dock = new QDockWidget(title, &m_window);
    dock->setObjectName(name);
    dock->setTitleBarWidget(new DockGrip(dock));
    dock->setWidget(content);
    m_window.addDockWidget(area, dock);
    return dock;
}

int WindowLayout::letter() const
{
    return letterWidth(m_window.fontMetrics());
}

int WindowLayout::libraryWidth() const
{
    return std::clamp(letter() * 38, 292, std::max(292, m_window.width() * 3 / 10));
}

int WindowLayout::detailsWidth() const
{
    return std::clamp(letter() * 48, 336, std::max(336, m_window.width() * 3 / 10)); // shows a date and time in full
}

void WindowLayout::arrange()
{
    m_window.resizeDocks({ m_library, m_details }, { libraryWidth(), detailsWidth() }, Qt::Horizontal);
    // At 1440 x 900 the picture of a 16:9 video then just fills the width between library and details.
    m_window.resizeDocks(
        { m_streams }, { std::max(m_window.height() * 37 / 100, m_window.fontMetrics().height() * 13) }, Qt::Vertical);
}

void WindowLayout::restore()
{
    if (!m_window.restoreGeometry(m_settings.value(kGeometryKey).toByteArray())) {
        const QSize room = m_window.screen() ? m_window.screen()->availableSize() : kFirstSize;
        m_window.resize(kFirstSize.boundedTo(room));
        // On a small screen, or with very large text, the picture and the streams need the width more.
        m_details->setVisible(libraryWidth() + kCentreLetters * letter() + detailsWidth() <= room.width());
    }
    arrange();
    m_window.restoreState(m_settings.value(kStateKey).toByteArray(), kVersion);
}

void WindowLayout::save()
{
    m_settings.setValue(kGeometryKey, m_window.saveGeometry());
    m_settings.setValue(kStateKey, m_shown ? m_window.saveState(kVersion) : m_hiddenState);
}

void WindowLayout::reset()
{
    const std::pair<QDockWidget*, Qt::DockWidgetArea> places[] { { m_library, Qt::LeftDockWidgetArea },
        { m_streams, Qt::BottomDockWidgetArea }, { m_details, Qt::RightDockWidgetArea } };
    for (const auto& [dock, area] : places) {
        dock->setFloating(false);
        m_window.addDockWidget(area, dock);
        dock->show();
    }
    arrange();
}

void WindowLayout::setPanelsShown(bool shown)
{
    if (shown == m_shown)
        return;
    m_shown = shown;
    if (!shown)
        m_hiddenState = m_window.saveState(kVersion);
    for (QDockWidget* dock : { m_library, m_streams, m_details })
        dock->setVisible(shown);
    for (QAction* action : { m_libraryAction, m_streamsAction, m_detailsAction })
        action->setEnabled(shown);
    if (shown)
        m_window.restoreState(m_hiddenState, kVersion);
}

} // namespace proofreel
