// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frames/evidence.h"

#include "frames/frame_jpeg.h"
#include "frames/frame_reader.h"
#include "frames/media_input.h"

namespace proofreel {

Result<QByteArray> evidenceJpeg(Http& http, const QUrl& url, double atMs, int maxWidth, const std::stop_token& stop,
    const PrivateHosts& allowPrivateHosts)
{
    const auto input = MediaInput::open(http, url, stop, { .allowPrivateHosts = allowPrivateHosts });
    if (!input)
        return fail(input.error());
    const auto reader = FrameReader::open((*input)->context(), stop);
    if (!reader)
        return fail(reader.error());
    const auto picture = (*reader)->at(atMs);
    if (!picture) {
        // That nothing came may be the network's doing.
        const bool media = picture.error().kind == ErrorKind::Media;
        return fail(media ? (*input)->lastError(EndOfFile) : picture.error());
    }
    return frameJpeg(*picture, maxWidth);
}

} // namespace proofreel
