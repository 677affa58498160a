// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/frame_scaler.h"

#include "ui/player/frame_image.h"

#include <utility>

namespace proofreel {

using namespace Qt::StringLiterals;

FrameScaler::FrameScaler(QObject* parent)
    : QObject(parent)
{
    m_thread.setObjectName(u"frame-scaler"_s);
    m_worker.moveToThread(&m_thread);
}

FrameScaler::~FrameScaler()
{
    m_thread.quit();
    m_thread.wait(); // at most one picture
}

void FrameScaler::request(const QVideoFrame& frame, const QSize& size)
{
    if (m_busy)
        m_waiting = Job { frame, size };
    else
        run({ frame, size });
}

void FrameScaler::cancel()
{
    m_waiting.reset();
    ++m_generation;
}

void FrameScaler::run(const Job& job)
{
    m_busy = true;
    if (!m_thread.isRunning())
        m_thread.start();
    QMetaObject::invokeMethod(&m_worker, [this, job, generation = m_generation] {
        const QImage image = frameImage(job.frame, job.size);
        QMetaObject::invokeMethod(this, [this, image, generation] { finish(generation, image); });
    });
}

void FrameScaler::finish(quint64 generation, const QImage& image)
{
    m_busy = false;
    if (generation == m_generation && !image.isNull())
        Q_EMIT ready(image);
    if (const auto next = std::exchange(m_waiting, std::nullopt))
        run(*next);
}

} // namespace proofreel
