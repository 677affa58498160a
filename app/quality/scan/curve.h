// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QPointF>

#include <vector>

namespace proofreel {

//! A curve over time of bounded size: a bucket for each 100 ms; whenever there are too many, two become one.
class Curve {
public:
    explicit Curve(double stepMs = 100, size_t most = 4'000);

    void add(double ms, double value); //!< before 0 or not a number: ignored

    //! One point for each bucket that has something, at its beginning. x is shifted by \a offsetMs.
    [[nodiscard]] QList<QPointF> means(double offsetMs = 0) const;
    //! One point for each bucket from the first to the last: the values' sum by the bucket's seconds.
    [[nodiscard]] QList<QPointF> rates(double offsetMs = 0) const;
    [[nodiscard]] double stepMs() const { return m_step; }

private:
    struct Bucket {
        double sum = 0, count = 0;
    };
    double m_step;
    size_t m_most;
    std::vector<Bucket> m_buckets;
};

} // namespace proofreel
