// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "frames/av_log.h"
#include "frames/stream_decoder.h"
#include "quality/scan/fault_log.h"
#include "quality/scan/packet_lane.h"
#include "quality/scan/scan_options.h"

#include <optional>

namespace proofreel {

//! One stream of a scan: what measures it, in a thread of its own, and what goes wrong with it.
template <typename Scan>
struct ScanPart {
    ScanPart(const AVStream* of, const std::stop_token& stop)
        : stream(of)
        , faults(toMs(of->start_time, of->time_base).value_or(0))
        , log([this](const QString& line) { faults.line(line); })
        , halt(stop)
    {
    }
    template <typename... More>
    Result<void> open(const ScanOptions& options, More&&... more)
    {
        auto decoder = StreamDecoder::open(stream, &log);
        if (!decoder)
            return fail(decoder.error());
        scan.emplace(std::move(*decoder), options, faults, halt, std::forward<More>(more)...);
        lane.emplace(
            [this](const AVPacket* packet) {
                const AvLog::Here here(log);
                scan->take(packet);
            },
            halt);
        return {};
    }

    const AVStream* stream;
    FaultLog faults;
    AvLog log;
    std::stop_token halt;
    std::optional<Scan> scan;
    std::optional<PacketLane> lane; // last: its thread ends before what it uses
};

} // namespace proofreel
