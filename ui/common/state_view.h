// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace proofreel {

//! What stands where content would stand: empty (one next step), loading (after 150 ms), or an error with what
//! happened, why, one primary action, "Details" (RequestId, code, host, tries) and copy. Never a dialog.
class StateView final : public QWidget {
    Q_OBJECT
public:
    explicit StateView(QWidget* parent = nullptr);

    void showEmpty(const QString& iconName, const QString& title, const QString& text, const QString& actionText = {},
        std::function<void()> action = {});
    void showLoading(const QString& text);
    //! \a action is "Try again" unless \a actionText says otherwise.
    void showError(
        const QString& title, const Error& error, std::function<void()> action, const QString& actionText = {});

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void reset();
    void setIcon(const QString& name, bool failure);
    void fitIcon();
    void applyFonts();

    QWidget* m_column = nullptr;
    QLabel* m_icon = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_text = nullptr;
    QLabel* m_advice = nullptr;
    QLabel* m_details = nullptr;
    QPushButton* m_action = nullptr;
    QToolButton* m_toggleDetails = nullptr;
    QToolButton* m_copy = nullptr;
    QTimer m_loadingDelay;
    bool m_skeleton = false;
    QString m_iconName;
    bool m_failure = false;
    std::function<void()> m_run;
    QString m_copyText;
};

//! The same error as one strip above content that stays on screen (a failed reload). Can be dismissed.
class ErrorStrip final : public QWidget {
    Q_OBJECT
public:
    explicit ErrorStrip(QWidget* parent = nullptr);
    void showError(const Error& error, std::function<void()> action, const QString& actionText = {});
    //! Information, e.g. a clock offset; \a action takes back or goes on.
    void showNote(const QString& text, std::function<void()> action = {}, const QString& actionText = {});
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void present(bool failure, const QString& text, const QString& details);

    void fit();

    QBoxLayout* m_body = nullptr;
    QLabel* m_icon = nullptr;
    QLabel* m_label = nullptr;
    QPushButton* m_action = nullptr;
    QToolButton* m_copy = nullptr;
    QToolButton* m_close = nullptr;
    bool m_failure = false;
    std::function<void()> m_run;
    QString m_copyText;
};

} // namespace proofreel
