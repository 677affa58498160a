// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QMenu>

class QSettings;

namespace proofreel {

class Theme;
class WindowLayout;

//! The menu behind ☰: what has no button of its own.
class WindowMenu final : public QMenu {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowMenu)
public:
    WindowMenu(Theme& theme, QSettings& settings, QWidget* parent);
    void addLayout(WindowLayout& layout); //!< where panels can be shown and hidden

    void addOpening(const QList<QAction*>& actions); //!< what opens and what is handed on, at the top

    [[nodiscard]] QAction* keysAction() const { return m_keys; }
    [[nodiscard]] QAction* quitAction() const { return m_quit; }

Q_SIGNALS:
    void demoRequested();
    void addAccountRequested();
    void keysRequested();
    void aboutRequested();
    void quitRequested();
    void languageChanged(); //!< takes effect with the next start

private:
    void addThemes(Theme& theme);
    void addLanguages(QSettings& settings);

    QMenu* m_panels = nullptr;
    QAction* m_keys = nullptr;
    QAction* m_quit = nullptr;
};

//! The locale name chosen in the menu; empty: the system's.
[[nodiscard]] QString chosenLanguage(const QSettings& settings);

} // namespace proofreel
