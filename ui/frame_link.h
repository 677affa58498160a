// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/catalog/library_panel.h"
#include "workspace/frame_grab.h"

namespace proofreel {

//! Between the library, where somebody asks for a frame as a cover, and who takes it.
class FrameLink final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FrameLink)
public:
    FrameLink(Client& client, Http& http, LibraryPanel& library, QObject* parent);

    void cancelAll(); //!< another account

private:
    LibraryPanel& m_library;
    FrameGrab m_frames;
};

} // namespace proofreel
