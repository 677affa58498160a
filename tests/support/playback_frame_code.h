// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QVideoFrame>

namespace proofreel::test {

//! Reads the number that the demo media carry as 16 black or white columns: which frame this really is. -1: unreadable.
inline int frameCode(QVideoFrame frame)
{
    if (!frame.isValid() || !frame.map(QVideoFrame::ReadOnly))
        return -1;
    const QVideoFrameFormat::PixelFormat format = frame.pixelFormat();
    // 10-bit formats are 16 bits wide, little endian; P010 has its bits at the top, YUV420P10 at the bottom.
    const bool top = format == QVideoFrameFormat::Format_P010 || format == QVideoFrameFormat::Format_P016;
    const bool bottom = format == QVideoFrameFormat::Format_YUV420P10;
    const uchar* line = frame.bits(0) + qsizetype(frame.height() / 2) * frame.bytesPerLine(0);
    int code = 0;
    for (int bit = 0; bit < 16; ++bit) {
        const int x = int((bit + 0.5) * frame.width() / 16);
        int luma = line[x];
        if (top)
            luma = line[2 * x + 1];
        else if (bottom)
            luma = (line[2 * x] | line[2 * x + 1] << 8) >> 2;
        if (luma >= 128)
            code |= 1 << bit;
    }
    frame.unmap();
    return code;
}

} // namespace proofreel::test
