// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/http.h"
#include "ims/client.h"
#include "playback/player.h"

#include <QProcess>

namespace proofreel::bench {

//! The sandbox in a process of its own (this program again, with --serve), so that what is measured here is the
//! player alone; and the streams of its first asset, by the way that the product takes: GetPlayInfo.
class ServedSandbox {
public:
    //! In main(), first of all: true if this process is the server, which has then run to its end.
    static bool served(int argc, char** argv);

    ~ServedSandbox();
    bool start();
    //! The first stream of that height and format ("mp4", "m3u8") that is not encrypted; url empty if there is none.
    [[nodiscard]] PlaySource stream(const QString& format, int height) const;

    Http http;

private:
    SystemClock m_clock;
    QProcess m_process;
    QList<PlayInfo> m_streams;
};

} // namespace proofreel::bench
