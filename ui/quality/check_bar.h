// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QLabel;

namespace proofreel {

class CheckSession;
class ElidedLabel;

//! The verdict of a check in words, with tools behind it; above them where there is no room side by side.
class CheckBar final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckBar)
public:
    explicit CheckBar(const CheckSession& session, QWidget* parent = nullptr);

    void addTool(QWidget* tool);
    void refresh(bool isKnown); //!< what the session says; \a isKnown: anything was judged, or it failed

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    [[nodiscard]] QString words() const;

    const CheckSession& m_session;
    QBoxLayout* m_line = nullptr;
    QHBoxLayout* m_tools = nullptr;
    QLabel* m_sign = nullptr;
    ElidedLabel* m_verdict = nullptr;
};

} // namespace proofreel
