// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli_sandbox.h"
#include "core/clock.h"
#include "core/http.h"
#include "ims/client.h"
#include "playback/player.h"

namespace proofreel::bench {

//! A sandbox and the streams of its first asset, by the way that the product takes: GetPlayInfo.
class ServedSandbox {
public:
    [[nodiscard]] bool start(const QString& cli);
    //! The first stream of that height and format ("mp4", "m3u8") that is not encrypted; url empty if there is none.
    [[nodiscard]] PlaySource stream(const QString& format, int height) const;

    Http http;

private:
    SystemClock m_clock;
    CliSandbox m_sandbox;
    QList<PlayInfo> m_streams;
};

} // namespace proofreel::bench
