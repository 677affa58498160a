// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/faults.h"

#include <QDateTime>
#include <QStringList>

#include <atomic>
#include <mutex>

namespace proofreel::sandbox {

//! What both hosts of a server share: the faults in force, the server's clock, the log. Thread-safe.
class RunState {
public:
    explicit RunState(const Faults& faults)
        : m_faults(faults)
    {
    }
    [[nodiscard]] Faults faults() const;
    void setFaults(const Faults& faults);
    [[nodiscard]] qint64 nowMs() const; //!< the server's (skewed) clock, milliseconds since the epoch
    [[nodiscard]] std::string httpDate() const; //!< for the Date header
    [[nodiscard]] qint64 nextCall() { return ++m_calls; } //!< 1 for the first API call
    void log(const QString& line); //!< keeps the latest 10,000
    [[nodiscard]] QStringList log() const;

private:
    mutable std::mutex m_mutex;
    Faults m_faults;
    QStringList m_log;
    std::atomic<qint64> m_calls { 0 };
};

[[nodiscard]] QString newRequestId(); //!< random, upper-case UUID

} // namespace proofreel::sandbox
