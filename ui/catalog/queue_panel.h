// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/review_queue.h"

#include <QWidget>

class QAction;
class QLabel;
class QListView;
class QProgressBar;
class QStackedWidget;

namespace proofreel {

class CheckSelected;
class ErrorStrip;
class StateView;

//! The review queue: what is to be looked at, one after the other. Opens nothing itself: ReviewQueue::currentChanged()
//! says what to open.
class QueuePanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueuePanel)
public:
    explicit QueuePanel(ReviewQueue& queue, QWidget* parent = nullptr);

    [[nodiscard]] QAction* nextAction() const { return m_next; } //!< N
    [[nodiscard]] QAction* previousAction() const { return m_previous; } //!< Shift+N
    [[nodiscard]] QAction* doneAction() const { return m_done; } //!< D: and opens the next one

Q_SIGNALS:
    void openAgain(const QString& id); //!< the current one
    void pasteRequested(); //!< what is on the clipboard is to be added
    void fileRequested(); //!< a list is to be chosen
    void checkRequested(const QStringList& mediaIds, bool deep); //!< all that are MediaIds, or the selected ones

private:
    void build();
    void buildActions();
    void onRows();
    void onCounts();
    void onCurrent();
    void openCurrent();
    void finish();
    void removeSelected();
    void clear();
    void checkAll();
    void popUpMenu(const QPoint& at);
    template <typename Change>
    void withUndo(const QString& text, const Change& change);
    [[nodiscard]] QueueContents contents() const;
    [[nodiscard]] QStringList selectedIds() const;

    ReviewQueue& m_queue;
    QLabel* m_text = nullptr;
    QProgressBar* m_progress = nullptr;
    ErrorStrip* m_strip = nullptr;
    QListView* m_list = nullptr;
    QStackedWidget* m_stack = nullptr;
    StateView* m_state = nullptr;
    QWidget* m_buttons = nullptr;
    QAction* m_next = nullptr;
    QAction* m_previous = nullptr;
    QAction* m_done = nullptr;
    QAction* m_open = nullptr;
    QAction* m_waiting = nullptr;
    QAction* m_copy = nullptr;
    QAction* m_remove = nullptr;
    QAction* m_paste = nullptr;
    QAction* m_file = nullptr;
    QAction* m_clear = nullptr;
    QAction* m_check = nullptr;
    CheckSelected* m_checkSelected = nullptr;
};

} // namespace proofreel
