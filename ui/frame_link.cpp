// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/frame_link.h"

namespace proofreel {

FrameLink::FrameLink(Client& client, Http& http, LibraryPanel& library, QObject* parent)
    : QObject(parent)
    , m_library(library)
    , m_frames(client, http)
{
    connect(&library, &LibraryPanel::frameRequested, this, [this, &library](const QString& mediaId) {
        m_frames.take(mediaId);
        if (m_frames.isTaking(mediaId)) // else too many wait already
            library.setTakingFrame(mediaId);
    });
    connect(&m_frames, &FrameGrab::taken, &library, [&library](const QString& mediaId, const QImage& frame) {
        library.endTakingFrame(mediaId);
        library.setCover(mediaId, frame);
    });
    connect(&m_frames, &FrameGrab::failed, &library, [&library](const QString& mediaId, const Error& error) {
        library.endTakingFrame(mediaId, { error.message, QStringLiteral("error"), Theme::Tone::Failure });
    });
}

void FrameLink::cancelAll()
{
    m_frames.cancelAll();
    m_library.forgetFrames();
}

} // namespace proofreel
