// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/batch_filter.h"

#include <QWidget>

class QAction;
class QSettings;
class QStackedLayout;

namespace proofreel {

class BatchChips;
class BatchDesk;
class BatchTable;
class ErrorStrip;
class StateView;

//! The check of many assets: how far it is, verdicts to filter by, and a row for each asset; empty, loading and failed
//! states in place. Starts and opens nothing itself.
class BatchPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BatchPanel)
public:
    BatchPanel(BatchDesk& desk, QSettings& settings, QWidget* parent = nullptr);

    [[nodiscard]] ErrorStrip& strip() const { return *m_strip; } //!< for what came of a report and the like
    [[nodiscard]] QAction* reportAction() const { return m_report; } //!< only triggers
    [[nodiscard]] QAction* discardAction() const { return m_discard; } //!< only triggers

Q_SIGNALS:
    void openAsked(const QString& mediaId);
    void checkAgainAsked(const QStringList& mediaIds);
    void queueAsked(const QStringList& mediaIds);
    void libraryAsked(); //!< all that the library lists is to be checked

protected:
    void showEvent(QShowEvent* event) override;

private:
    void buildActions();
    QWidget* buildBar();
    void refresh();
    void showNothing();
    void showError();
    void popUpMenu(const QPoint& at);
    void checkAgain();

    BatchDesk& m_desk;
    BatchFilter m_filter;
    BatchTable* m_table = nullptr;
    BatchChips* m_chips = nullptr;
    QWidget* m_bar = nullptr;
    ErrorStrip* m_strip = nullptr;
    bool m_errorShown = false; // in the strip
    StateView* m_state = nullptr;
    QStackedLayout* m_stack = nullptr;
    QAction* m_report = nullptr;
    QAction* m_again = nullptr;
    QAction* m_discard = nullptr;
};

} // namespace proofreel
