// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ims/types.h"

#include <QString>

namespace proofreel {

//! What an answered asset has to offer, from MediaBase.Status and the number of its streams.
enum class MediaState {
    Ready, //!< there are streams; also with a status that is not documented
    Init, //!< the source file is not there yet
    Preparing, //!< the source file is being uploaded or composited
    PrepareFailed, //!< the service could not prepare the source file
    NotPlayable, //!< a picture or a text: those have no streams
    NoStreams, //!< nothing is wrong, and nothing is there
};

//! A status of Init, Preparing or PrepareFail is told even if streams are listed; those are listed all the same.
[[nodiscard]] MediaState mediaStateOf(const PlayInfoReply& reply);

//! Title and text (what is the matter, what to do next) for a view or a message. Translated; empty for Ready.
struct MediaStateText {
    QString title;
    QString text;
};
[[nodiscard]] MediaStateText mediaStateText(MediaState state);

} // namespace proofreel
