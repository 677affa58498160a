// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frames/memory_input.h"

#include <algorithm>

namespace proofreel {

namespace {

constexpr auto formats = "mpegts,mov,mp4,m4a,3gp,3g2,mj2,aac,mp3,ac3,eac3";

int openNothing(AVFormatContext*, AVIOContext**, const char*, int, AVDictionary**)
{
    return -EPERM;
}

} // namespace

MemoryInput::MemoryInput(QByteArray bytes)
    : m_size(bytes.size())
    , m_bytes(std::move(bytes))
{
}

int MemoryInput::open()
{
    AVIOContext* io = m_bytes.open(
        m_budget, [this](const Error& error) { m_trouble = error; }, [this] { return m_trouble.has_value(); });
    AVFormatContext* context = io ? avformat_alloc_context() : nullptr;
    if (!context)
        return -ENOMEM;
    context->pb = io;
    context->flags |= AVFMT_FLAG_CUSTOM_IO;
    context->io_open = openNothing;
    context->format_whitelist = av_strdup(formats);
    context->correct_ts_overflow = 0; // times are compared with another segment's
    context->probesize = std::max<int64_t>(m_size, 32);
    context->max_analyze_duration = 2 * AV_TIME_BASE;
    const int status = avformat_open_input(&context, "", nullptr, nullptr); // on failure it frees it
    if (status >= 0)
        m_context.reset(context);
    return status;
}

} // namespace proofreel
