// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace proofreel {

class CheckSession;

//! A slim strip while a check runs: how far it is, how long it will take, and Cancel. Hidden otherwise.
class CheckProgress final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckProgress)
public:
    explicit CheckProgress(CheckSession& session, QWidget* parent = nullptr);

private:
    void refresh();

    CheckSession& m_session;
    QLabel* m_text = nullptr;
    QProgressBar* m_bar = nullptr;
    QPushButton* m_cancel = nullptr;
};

//! "12 s left", "3 min left"; empty for nullopt. Translated.
[[nodiscard]] QString workLeftText(std::optional<qint64> ms);

} // namespace proofreel
