// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QMenu;
class QToolButton;

namespace proofreel {

class CheckComparison;

//! What changed since an earlier check, on one line: which check (a menu with the others), the changes as far as there
//! is room (a click shows all), and a cross. Hides itself where there is nothing to compare.
class ChangesLine final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChangesLine)
public:
    explicit ChangesLine(CheckComparison& comparison, QWidget* parent = nullptr);

    void showAll(); //!< as a list in a popup

Q_SIGNALS:
    void forgotten(); //!< the person had the asset's checks forgotten; CheckComparison::restore() takes it back

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void elide();
    void fillMenu();

    CheckComparison& m_comparison;
    QToolButton* m_since = nullptr;
    QToolButton* m_summary = nullptr;
    QToolButton* m_cross = nullptr;
    QMenu* m_menu = nullptr;
    QString m_text; // whole
    QString m_dismissed; // what was on show when the person closed the line
};

} // namespace proofreel
