// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "playback/player.h"
#include "quality/check_matrix_model.h"
#include "ui/player/player_panel.h"
#include "window_fixture.h"
#include "workspace/check_room.h"

#include <QTabWidget>

//! The check in the real window as a person drives it.
class CheckHand {
public:
    explicit CheckHand(const QString& catalogue = QStringLiteral("defects"))
        : m_fixture(std::make_unique<WindowFixture>(proofreel::sandbox::Faults {}, true, catalogue))
    {
        m_fixture->start();
    }

    [[nodiscard]] WindowFixture& fixture() { return *m_fixture; }
    [[nodiscard]] proofreel::MainWindow& window() { return m_fixture->window(); }
    [[nodiscard]] proofreel::CheckSession& session() { return m_fixture->workspace().checks().session(); }
    [[nodiscard]] proofreel::CheckMatrixModel* model() { return window().findChild<proofreel::CheckMatrixModel*>(); }
    [[nodiscard]] const proofreel::Player* player() { return window().playerPanel().player(); }
    template <typename T>
    [[nodiscard]] T* find(const char* name) const
    {
        return m_fixture->find<T>(QString::fromLatin1(name));
    }
    void key(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&window(), static_cast<Qt::Key>(key), modifiers);
    }
    [[nodiscard]] bool waitForEnd()
    {
        return QTest::qWaitFor([this] { return session().state() == proofreel::CheckSession::State::Checked; }, 90'000);
    }
    [[nodiscard]] bool check(const QString& title, bool deep = false)
    {
        if (!m_fixture->openAsset(title))
            return false;
        key(Qt::Key_V, deep ? Qt::ShiftModifier : Qt::NoModifier);
        return waitForEnd();
    }
    //! Shows a page of the lower zone or of the details.
    template <typename T>
    [[nodiscard]] T* show(const char* tabs, const char* page)
    {
        T* widget = find<T>(page);
        if (auto* zone = find<QTabWidget>(tabs);
            !zone->isVisible()) // on a small screen the details are hidden at first
            key(Qt::Key_F10);
        find<QTabWidget>(tabs)->setCurrentWidget(widget);
        return QTest::qWaitFor([widget] { return widget->isVisible(); }, 5000) ? widget : nullptr;
    }

private:
    std::unique_ptr<WindowFixture> m_fixture;
};
