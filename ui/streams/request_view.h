// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "streams/asset_session.h"

#include <QWidget>

class QPlainTextEdit;

namespace proofreel {

class ValueRow;

//! The request behind what is on screen: who was asked, when, how long it took, and the reply with secrets removed.
class RequestView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestView)
public:
    explicit RequestView(AssetSession& session, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    enum Field { Action, Asked, Host, RequestId, HttpStatus, Time, Elapsed, Tries, ClockOffset, ReplySize, FieldCount };

    void refresh(); //!< at once if visible, else when it is shown
    void fill();

    AssetSession& m_session;
    bool m_stale = true;
    QList<ValueRow*> m_rows;
    QPlainTextEdit* m_reply = nullptr;
};

} // namespace proofreel
