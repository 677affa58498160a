// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>
#include <QToolButton>
#include <QWidget>

class QAction;

namespace proofreel {

//! Text elided in the middle, whole on hover, monospace if wished, with a copy button beside it on hover or focus.
class CopyLabel final : public QWidget {
    Q_OBJECT
public:
    explicit CopyLabel(QWidget* parent = nullptr);
    void setText(const QString& shown, const QString& copied = {}); //!< copied empty: as shown
    void setMonospace(bool on);
    [[nodiscard]] QString text() const { return m_full; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void elide();
    void showButton(bool on);

    QLabel* m_label = nullptr;
    QToolButton* m_copy = nullptr;
    QString m_full;
    QString m_copied;
};

//! A checkable pill: "HD 6".
class Chip : public QToolButton {
    Q_OBJECT
public:
    explicit Chip(const QString& text, QWidget* parent = nullptr);
};

//! A flat icon button made from an action: icon, tooltip with the shortcut, accessible name.
class IconButton final : public QToolButton {
    Q_OBJECT
public:
    explicit IconButton(QAction* action, QWidget* parent = nullptr);
};

//! Puts text on the clipboard and says so for two seconds at the place of the widget.
void copyToClipboard(const QString& text, QWidget* near);

} // namespace proofreel
