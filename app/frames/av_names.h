// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

extern "C" {
#include <libavcodec/codec_id.h>
#include <libavutil/pixdesc.h>
}

struct AVStream;

namespace proofreel {

// How what libav knows of a stream or a frame is written down, so that headers and pictures can be compared as text.

//! \a name as libav has it; empty for what only says that nothing is known.
[[nodiscard]] QString knownName(const char* name);
//! "4:2:0", "RGB"; "4:0:0" for grey; empty for what has no such name.
[[nodiscard]] QString chromaName(const AVPixFmtDescriptor& format);
//! As the codec's standard writes it, e.g. "5.1"; empty where it is not known.
[[nodiscard]] QString levelName(AVCodecID codec, int level);
//! As the file has it, on one line; empty where it says none ("und").
[[nodiscard]] QString languageOf(const AVStream* stream);

} // namespace proofreel
