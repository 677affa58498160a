// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace proofreel {

//! What stands where the picture would be while sound without a picture plays.
class AudioView final : public QWidget {
    Q_OBJECT
public:
    explicit AudioView(QWidget* parent = nullptr);
    void setTitle(const QString& title);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_title;
};

} // namespace proofreel
