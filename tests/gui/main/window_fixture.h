// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/server.h"
#include "ui/common/theme.h"
#include "ui/main_window.h"
#include "workspace/workspace.h"

#include <QTest>

#include <memory>

//! The real window on a real sandbox, with an account from the environment (so that a test can set faults).
class WindowFixture {
public:
    explicit WindowFixture(const proofreel::sandbox::Faults& faults = {}, bool withAccount = true,
        const QString& catalogue = QStringLiteral("demo"));
    ~WindowFixture();

    void start(const proofreel::CommandLine& commandLine = {}); //!< makes and shows the window, and connects
    void restart(); //!< closes the window as a person would, and starts anew with the same settings
    void setFaults(const proofreel::sandbox::Faults& faults) { m_server->setFaults(faults); }

    [[nodiscard]] proofreel::sandbox::Server& server() { return *m_server; }
    [[nodiscard]] proofreel::Workspace& workspace() { return *m_workspace; }
    [[nodiscard]] proofreel::MainWindow& window() { return *m_window; }

    //! The widget or action with that object name, anywhere in the window; a failed check and null if there is none.
    template <typename T>
    [[nodiscard]] T* find(const QString& name) const
    {
        T* found = m_window->findChild<T*>(name);
        if (!found)
            qCritical("there is no %s %s", T::staticMetaObject.className(), qPrintable(name));
        return found;
    }
    //! Clicks the asset with that title in the library, once it is listed, and waits for its streams.
    [[nodiscard]] bool openAsset(const QString& title);
    //! Row of the first stream in the table with these values; -1.
    [[nodiscard]] int rowOf(const QString& definition, const QString& format, const QString& hdr = {}) const;
    //! Double-clicks that row and waits for the first frame.
    [[nodiscard]] bool play(int row);
    [[nodiscard]] QString text(const QString& labelName) const;

private:
    proofreel::Theme* theme();

    std::unique_ptr<proofreel::sandbox::Server> m_server;
    std::unique_ptr<proofreel::Workspace> m_workspace;
    std::unique_ptr<QSettings> m_themeSettings;
    std::unique_ptr<proofreel::Theme> m_theme;
    std::unique_ptr<proofreel::MainWindow> m_window;
    proofreel::CommandLine m_commandLine;
};
