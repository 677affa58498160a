// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>

namespace proofreel::bench {

//! Processor time that this thread has used, ms.
[[nodiscard]] double threadTimeMs();

//! Finds how long the GUI thread was away from its event loop. Wall time is what a person feels; the processor time
//! of the same stretch tells a busy thread from a busy machine.
class Heartbeat final : public QApplication {
public:
    struct Stall {
        double wallMs = 0;
        double busyMs = 0;
        QString longestEvent; //!< who took longest in one go, over all of the step
        double longestEventMs = 0;
        QList<float> overdueMs, atWorkMs; //!< of every beat: wall time, and processor time of this thread
    };

    //! The value that so large a part (0..1) of the values does not exceed; 0 of none.
    [[nodiscard]] static double quantile(QList<float> values, double part);

    Heartbeat(int& argc, char** argv);
    void begin(); //!< of a step
    [[nodiscard]] Stall end();
    bool notify(QObject* receiver, QEvent* event) override;

private:
    void beat();

    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_lastNs = 0;
    double m_lastBusyMs = 0;
    int m_depth = 0;
    Stall m_worst;
};

} // namespace proofreel::bench
