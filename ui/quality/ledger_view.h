// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/ledger_model.h"

#include <QWidget>

class QStackedLayout;
class QTableView;

namespace proofreel {

class CheckSession;
class StateView;

//! The ledger of the selected rendition: what is declared, what the file says, what its frames show.
class LedgerView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LedgerView)
public:
    explicit LedgerView(CheckSession& session, QWidget* parent = nullptr);

    void setStream(const QString& key);

Q_SIGNALS:
    void checkAsked();
    void findingAsked(
        const QString& rule, const QString& stream); //!< the row of it was double-clicked, or Enter pressed

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void fit();
    void copy();
    void activate(const QModelIndex& index);
    void popUpMenu(const QPoint& at);

    CheckSession& m_session;
    LedgerModel m_ledger;
    QString m_key;
    QTableView* m_table = nullptr;
    StateView* m_state = nullptr;
    QStackedLayout* m_stack = nullptr;
};

} // namespace proofreel
