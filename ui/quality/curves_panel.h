// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QStackedLayout;

namespace proofreel {

class CheckSession;
class CurvePlot;
class StateView;

//! The curves of the selected rendition, once a deep check has decoded it, and what they say where the pointer is, else
//! where the player is.
class CurvesPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CurvesPanel)
public:
    explicit CurvesPanel(CheckSession& session, QWidget* parent = nullptr);

    void setStream(const QString& key);
    void setPosition(const QString& key, double ms); //!< of the player; shown if that rendition is
    [[nodiscard]] CurvePlot& plot() const { return *m_plot; }

Q_SIGNALS:
    void deepCheckAsked();
    void momentAsked(const QString& stream, double ms);

private:
    void refresh();
    void read();

    CheckSession& m_session;
    QString m_key;
    QString m_shown; // what the plot holds, so that a judgement alone does not zoom it back
    double m_position = -1; // of the player, ms; below 0: it plays another one
    double m_pointed = -1; // where the pointer is, ms; below 0: elsewhere
    QLabel* m_title = nullptr;
    QLabel* m_readout = nullptr;
    CurvePlot* m_plot = nullptr;
    StateView* m_state = nullptr;
    QStackedLayout* m_stack = nullptr;
};

} // namespace proofreel
