// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;

namespace proofreel {

class BatchDesk;
class ElidedLabel;

//! Which policy a batch goes by, and that what is not saved in the editor is no part of it.
class BatchPolicyLine final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BatchPolicyLine)
public:
    explicit BatchPolicyLine(const BatchDesk& desk, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    const BatchDesk& m_desk;
    QLabel* m_sign = nullptr;
    ElidedLabel* m_text = nullptr;
};

} // namespace proofreel
