// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "frames/av_types.h"
#include "frames/media_part.h"

#include <QByteArray>

namespace proofreel {

//! An input of libavformat whose bytes are all in memory. It may be nothing but MPEG-TS, MP4 and packed sound, and
//! opens nothing else, so that media which names other files stays harmless. One thread at a time.
class MemoryInput {
public:
    explicit MemoryInput(QByteArray bytes);

    [[nodiscard]] int open(); //!< libav's error, or 0
    //! What it promises is too much to be looked at; libav's errors say nothing of it.
    [[nodiscard]] const std::optional<Error>& trouble() const { return m_trouble; }
    [[nodiscard]] AVFormatContext* context() const { return m_context.get(); } //!< after open()

private:
    qint64 m_size;
    IndexBudget m_budget;
    MediaPart m_bytes; // outlives the context
    std::optional<Error> m_trouble;
    FormatPtr m_context;
};

} // namespace proofreel
