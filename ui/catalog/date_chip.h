// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/catalog/menu_chip.h"

#include <QDateTime>

class QDateEdit;
class QPushButton;

namespace proofreel {

//! When an asset was created: a few usual ranges, or two days of one's own. Days are those of this PC's time zone.
class DateChip final : public MenuChip {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DateChip)
public:
    DateChip(const QString& subject, QWidget* parent);

    void setRange(const QDateTime& from, const QDateTime& until); //!< from inclusive, until exclusive; invalid: open
    [[nodiscard]] const QDateTime& from() const { return m_from; }
    [[nodiscard]] const QDateTime& until() const { return m_until; }

Q_SIGNALS:
    void chosen(); //!< by a person

private:
    void addPreset(int days, const QString& text);
    void choose(const QDateTime& from, const QDateTime& until);
    void askForRange();
    [[nodiscard]] QString text() const;

    QList<QAction*> m_presets; // their data: days back from now, today included; 0: any time
    QDateTime m_from, m_until;
};

//! Two days, the first and the last, and a button.
class DateRangePopup final : public QWidget {
    Q_OBJECT
public:
    DateRangePopup(const QDate& first, const QDate& last, QWidget* parent);

Q_SIGNALS:
    void accepted(const QDate& first, const QDate& last);

private:
    QDateEdit* m_first = nullptr;
    QDateEdit* m_last = nullptr;
};

} // namespace proofreel
