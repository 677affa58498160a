// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QProgressBar;
class QPushButton;

namespace proofreel {

class BatchDesk;

//! How far a batch is, how fast and how long it will take, with Pause, Go on and Cancel. Hidden while there is nothing
//! to go on with.
class BatchBar final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BatchBar)
public:
    explicit BatchBar(BatchDesk& desk, QWidget* parent = nullptr);

private:
    void refresh();
    [[nodiscard]] QString text() const;

    BatchDesk& m_desk;
    QLabel* m_text = nullptr;
    QProgressBar* m_bar = nullptr;
    QPushButton* m_pause = nullptr;
    QPushButton* m_resume = nullptr;
    QPushButton* m_cancel = nullptr;
    QTimer m_soon; // an asset may take a few milliseconds only
};

} // namespace proofreel
