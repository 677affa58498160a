// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "playback/player.h"

#include <QTimer>
#include <QWidget>

namespace proofreel {

//! What the decoder really gives, above the picture. Reads at most four times a second and only while visible.
class StatsOverlay final : public QWidget {
    Q_OBJECT
public:
    explicit StatsOverlay(QWidget* parent = nullptr);
    void setPlayer(const Player* player); //!< not owned; may be null
    [[nodiscard]] QString text() const { return m_text; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void refresh();

    const Player* m_player = nullptr;
    QTimer m_timer;
    QString m_text;
};

} // namespace proofreel
