// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QObject>
#include <QThread>
#include <QVideoFrame>

#include <optional>

namespace proofreel {

//! Makes pictures of frames in a thread of its own; while one is in the works only the latest request waits.
class FrameScaler final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FrameScaler)
public:
    explicit FrameScaler(QObject* parent = nullptr);
    ~FrameScaler() override;

    void request(const QVideoFrame& frame, const QSize& size);
    void cancel(); //!< nothing asked before will arrive

Q_SIGNALS:
    void ready(const QImage& image);

private:
    struct Job {
        QVideoFrame frame;
        QSize size;
    };
    void run(const Job& job);
    void finish(quint64 generation, const QImage& image);

    QThread m_thread; // started with the first frame, not with the window
    QObject m_worker;
    std::optional<Job> m_waiting;
    quint64 m_generation = 0;
    bool m_busy = false;
};

} // namespace proofreel
