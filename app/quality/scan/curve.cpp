// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/scan/curve.h"

#include <cmath>

namespace proofreel {

namespace {

constexpr double LongestMs = 1e11; // three years: what is later is a broken time stamp

} // namespace

Curve::Curve(double stepMs, size_t most)
    : m_step(stepMs)
    , m_most(most)
{
}

void Curve::add(double ms, double value)
{
    if (!(ms >= 0 && ms < LongestMs) || !std::isfinite(value))
        return;
    while (ms / m_step + 1e-6 >= static_cast<double>(m_most)) {
        for (size_t i = 0; i < m_buckets.size(); ++i) {
            const Bucket bucket = m_buckets[i];
            if (i % 2 == 0)
                m_buckets[i / 2] = bucket;
            else
                m_buckets[i / 2] = { m_buckets[i / 2].sum + bucket.sum, m_buckets[i / 2].count + bucket.count };
        }
        m_buckets.resize((m_buckets.size() + 1) / 2);
        m_step *= 2;
    }
    const auto index = static_cast<size_t>(ms / m_step + 1e-6); // times of 100 ms each have rounding errors
    if (index >= m_buckets.size())
        m_buckets.resize(index + 1);
    m_buckets[index].sum += value;
    m_buckets[index].count += 1;
}

QList<QPointF> Curve::means(double offsetMs) const
{
    QList<QPointF> points;
    for (size_t i = 0; i < m_buckets.size(); ++i) {
        const Bucket& bucket = m_buckets[i];
        if (bucket.count > 0)
            points.append({ static_cast<double>(i) * m_step + offsetMs, bucket.sum / bucket.count });
    }
    return points;
}

QList<QPointF> Curve::rates(double offsetMs) const
{
    QList<QPointF> points;
    for (size_t i = 0; i < m_buckets.size(); ++i)
        points.append({ static_cast<double>(i) * m_step + offsetMs, m_buckets[i].sum * 1000 / m_step });
    return points;
}

} // namespace proofreel
