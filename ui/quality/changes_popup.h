// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QListWidget;

namespace proofreel {

struct CheckChanges;

//! All changes since an earlier check as a list to read and to copy; closed with Escape or a click elsewhere.
class ChangesPopup final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChangesPopup)
public:
    ChangesPopup(const QString& title, const CheckChanges& changes, QWidget* parent);

    void popUp(const QWidget& below); //!< where the screen has room

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void add(const QString& heading, const QStringList& lines);
    void copy(); //!< the lines that are selected, else all

    QString m_title;
    QListWidget* m_list = nullptr;
    QWidget* m_anchor = nullptr;
};

} // namespace proofreel
