// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "frames/av_types.h"

#include <QByteArray>

#include <array>
#include <vector>

namespace proofreel {

//! A libavfilter graph with one or more inputs of fixed format and one output. One thread at a time.
class FilterGraph {
public:
    struct Input {
        const AVFrame* like = nullptr; //!< size, format, sound layout
        AVRational timeBase { 1, 1000 };
    };
    //! \a chain in libavfilter's language; inputs are [in0], [in1]…, the output is [out]. Video or sound follows from
    //! the frame. Unsupported: a filter is missing, or does not take that format.
    [[nodiscard]] static Result<FilterGraph> make(const std::vector<Input>& inputs, const QByteArray& chain);

    //! Keeps a reference to the frame (its data, not the struct). nullptr: no more will come. Below 0: libav's error.
    [[nodiscard]] int push(AVFrame* frame, size_t input = 0);
    //! 0, TryAgain, EndOfFile or an error.
    [[nodiscard]] int pull(AVFrame* frame);
    [[nodiscard]] AVRational outputTimeBase() const;
    //! The frame has the format that \a input was made for.
    [[nodiscard]] bool fits(const AVFrame* frame, size_t input = 0) const;

private:
    FilterGraph() = default;
    GraphPtr m_graph;
    std::vector<AVFilterContext*> m_sources;
    AVFilterContext* m_sink = nullptr;
    std::vector<std::array<int, 5>> m_formats; // of the inputs
};

} // namespace proofreel
