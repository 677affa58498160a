// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QBoxLayout;
class QLabel;

namespace proofreel {

class CopyLabel;

//! "Size   418 112 B": a field's name and its value, which can be copied; one below the other where there is no room
//! for both. The tooltip has what was received.
class ValueRow final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ValueRow)
public:
    explicit ValueRow(const QString& name, QWidget* parent = nullptr);

    //! \a copied empty: nothing to copy but \a shown. \a note is text, not markup.
    void setValue(const QString& shown, const QString& copied, const QString& note);
    void setNameWidth(int width);
    [[nodiscard]] int nameWidth() const;
    [[nodiscard]] QString value() const;

    //! Gives all rows the width of the widest name.
    static void align(const QList<ValueRow*>& rows);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void tint();

    QBoxLayout* m_layout = nullptr;
    QLabel* m_name = nullptr;
    CopyLabel* m_value = nullptr;
};

//! A heading over rows.
[[nodiscard]] QLabel* sectionHeading(const QString& text, QWidget* parent);

} // namespace proofreel
