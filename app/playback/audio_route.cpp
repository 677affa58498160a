// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playback/audio_route.h"

#include "playback/backend.h"

#include <QAudio>
#include <QAudioDevice>
#include <QMediaPlayer>
#include <QMutex>

namespace proofreel {

namespace {
// Qt 6.4 keeps one unguarded list of all QMediaDevices objects.
QMutex devicesMutex;
} // namespace

AudioRoute::AudioRoute(QMediaPlayer& player)
    : m_player(player)
{
    const QMutexLocker lock(&devicesMutex);
    m_devices = std::make_unique<QMediaDevices>();
    // Some backends tell from a thread of their own.
    connect(m_devices.get(), &QMediaDevices::audioOutputsChanged, this, &AudioRoute::follow, Qt::QueuedConnection);
}

AudioRoute::~AudioRoute()
{
    detach();
    const QMutexLocker lock(&devicesMutex);
    m_devices.reset();
}

bool AudioRoute::hasDevice() const
{
    return !QMediaDevices::audioOutputs().isEmpty();
}

void AudioRoute::prepare(bool soundOnly)
{
    m_soundOnly = soundOnly;
    follow();
}

void AudioRoute::follow()
{
    const bool device = hasDevice();
    if (device || (m_soundOnly && isGStreamer()))
        attach();
    else
        detach(); // the FFmpeg backend of Qt 6.4 crashes with an output and no device
    // On the same output: exchanging outputs re-enters the player.
    if (device && m_output && m_output->device() != QMediaDevices::defaultAudioOutput())
        m_output->setDevice(QMediaDevices::defaultAudioOutput());
    Q_EMIT deviceChanged(device);
}

void AudioRoute::attach()
{
    if (m_output)
        return;
    m_output = std::make_unique<QAudioOutput>();
    setVolume(m_volume);
    setMuted(m_muted);
    m_player.setAudioOutput(m_output.get());
}

void AudioRoute::detach()
{
    if (!m_output)
        return;
    m_player.setAudioOutput(nullptr);
    m_output.reset();
}

void AudioRoute::setVolume(double perceptual)
{
    m_volume = perceptual;
    if (m_output)
        m_output->setVolume(
            QAudio::convertVolume(float(perceptual), QAudio::LogarithmicVolumeScale, QAudio::LinearVolumeScale));
}

void AudioRoute::setMuted(bool muted)
{
    m_muted = muted;
    if (m_output)
        m_output->setMuted(muted);
}

} // namespace proofreel
