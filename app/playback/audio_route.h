// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAudioOutput>
#include <QMediaDevices>
#include <QObject>

#include <memory>

class QMediaPlayer;

namespace proofreel {

//! Gives a player its audio output while there is a device, and keeps it on the system's default device.
//! Lives in the player's thread.
class AudioRoute final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AudioRoute)
public:
    explicit AudioRoute(QMediaPlayer& player);
    ~AudioRoute() override;

    //! Before each open. \a soundOnly: GStreamer cannot play a stream of sound alone without an output, even where
    //! there is no device.
    void prepare(bool soundOnly);
    void setVolume(double perceptual);
    void setMuted(bool muted);
    [[nodiscard]] bool hasDevice() const;
    [[nodiscard]] bool isAttached() const { return m_output != nullptr; }

Q_SIGNALS:
    void deviceChanged(bool any);

private:
    void follow();
    void attach();
    void detach();

    QMediaPlayer& m_player;
    std::unique_ptr<QMediaDevices> m_devices;
    std::unique_ptr<QAudioOutput> m_output;
    bool m_soundOnly = false;
    double m_volume = 1;
    bool m_muted = false;
};

} // namespace proofreel
