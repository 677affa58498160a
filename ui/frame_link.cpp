// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/frame_link.h"

namespace proofreel {

FrameLink::FrameLink(Client& client, Http& http, LibraryPanel& library, QObject* parent)
    : QObject(parent)
    , m_frames(client, http)
{
    connect(&library, &LibraryPanel::frameRequested, this, [this, &library](const QString& mediaId) {
        if (m_frames.isTaking(mediaId)) { // asked for a second time: no longer wanted
            m_frames.cancel(mediaId);
            library.setNote(mediaId, {});
            return;
        }
        library.setNote(mediaId, { tr("Taking a frame…"), {}, Theme::Tone::Secondary });
        m_frames.take(mediaId);
    });
    connect(&m_frames, &FrameGrab::taken, &library, [&library](const QString& mediaId, const QImage& frame) {
        library.setNote(mediaId, {});
        library.setCover(mediaId, frame);
    });
    connect(&m_frames, &FrameGrab::failed, &library, [&library](const QString& mediaId, const Error& error) {
        library.setNote(mediaId, { error.message, QStringLiteral("error"), Theme::Tone::Failure });
    });
}

} // namespace proofreel
