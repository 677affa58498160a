// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "ims/types.h"

#include <QWidget>

class QLabel;

namespace proofreel {

class CopyLabel;

//! The bottom line: the last API call with its RequestId at the left, the media backend at the right.
class StatusLine final : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(QWidget* parent = nullptr);

    void showReply(const QString& action, const ReplyInfo& info);
    void showFailure(const QString& action, const Error& error);
    void showRetrying(const QString& action, const Error& cause, int nextTry, qint64 delayMs);
    void setMediaText(const QString& text);

private:
    void show(const QString& text, const QString& requestId, bool warning);

    QLabel* m_icon = nullptr;
    QLabel* m_call = nullptr;
    QLabel* m_requestName = nullptr;
    CopyLabel* m_requestId = nullptr;
    QLabel* m_media = nullptr;
};

} // namespace proofreel
