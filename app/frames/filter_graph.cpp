// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frames/filter_graph.h"

extern "C" {
#include <libavfilter/buffersink.h>
#include <libavfilter/buffersrc.h>
#include <libavutil/mem.h>
}

#include <QCoreApplication>

namespace proofreel {

namespace {

struct GraphText {
    Q_DECLARE_TR_FUNCTIONS(FilterGraph)
};

struct InOutFree {
    void operator()(AVFilterInOut* list) const noexcept { avfilter_inout_free(&list); }
};
struct MemFree {
    void operator()(void* memory) const noexcept { av_free(memory); }
};
using InOut = std::unique_ptr<AVFilterInOut, InOutFree>;

InOut openEnd(const QByteArray& name, AVFilterContext* filter, InOut next)
{
    InOut end(avfilter_inout_alloc());
    if (!end)
        return end;
    end->name = av_strdup(name.constData());
    end->filter_ctx = filter;
    end->pad_idx = 0;
    end->next = next.release();
    return end;
}

std::array<int, 5> formatOf(const AVFrame* frame)
{
    return { frame->format, frame->width, frame->height, frame->sample_rate, frame->ch_layout.nb_channels };
}

// Any order of channels is taken as the usual one for their number: a measurement needs some.
int layoutOf(const AVFrame* frame, AVChannelLayout* layout)
{
    if (frame->ch_layout.order != AV_CHANNEL_ORDER_UNSPEC)
        return av_channel_layout_copy(layout, &frame->ch_layout);
    av_channel_layout_default(layout, frame->ch_layout.nb_channels);
    return 0;
}

AVFilterContext* makeSource(AVFilterGraph* graph, const FilterGraph::Input& input, const QByteArray& name, int& status)
{
    const bool video = input.like->width > 0;
    AVFilterContext* source =
        avfilter_graph_alloc_filter(graph, avfilter_get_by_name(video ? "buffer" : "abuffer"), name.constData());
    const std::unique_ptr<AVBufferSrcParameters, MemFree> parameters(av_buffersrc_parameters_alloc());
    if (!source || !parameters) {
        status = -ENOMEM;
        return nullptr;
    }
    parameters->format = input.like->format;
    parameters->time_base = input.timeBase;
    if (video) {
        parameters->width = input.like->width;
        parameters->height = input.like->height;
        parameters->sample_aspect_ratio = input.like->sample_aspect_ratio;
#if LIBAVFILTER_VERSION_MAJOR >= 10
        parameters->color_space = input.like->colorspace;
        parameters->color_range = input.like->color_range;
#endif
    } else {
        parameters->sample_rate = input.like->sample_rate;
        status = layoutOf(input.like, &parameters->ch_layout);
    }
    if (status >= 0)
        status = av_buffersrc_parameters_set(source, parameters.get());
    av_channel_layout_uninit(&parameters->ch_layout);
    if (status >= 0)
        status = avfilter_init_str(source, nullptr);
    return source;
}

} // namespace

Result<FilterGraph> FilterGraph::make(const std::vector<Input>& inputs, const QByteArray& chain)
{
    FilterGraph made;
    made.m_graph.reset(avfilter_graph_alloc());
    AVFilterGraph* graph = made.m_graph.get();
    int status = graph ? 0 : -ENOMEM;
    InOut sources;
    for (size_t i = 0; i < inputs.size() && status >= 0; ++i) {
        const QByteArray name = "in" + QByteArray::number(static_cast<qulonglong>(i));
        made.m_sources.push_back(makeSource(graph, inputs[i], name, status));
        if (status >= 0)
            sources = openEnd(name, made.m_sources.back(), std::move(sources));
    }
    const AVFrame* first = inputs.front().like;
    if (status >= 0) {
        const AVFilter* sink = avfilter_get_by_name(first->width > 0 ? "buffersink" : "abuffersink");
        status = avfilter_graph_create_filter(&made.m_sink, sink, "out", nullptr, nullptr, graph);
    }
    if (status >= 0) {
        AVFilterInOut* outputs = sources.release(); // what the chain's inputs are fed from
        AVFilterInOut* ends = openEnd("out", made.m_sink, {}).release();
        status = avfilter_graph_parse_ptr(graph, chain.constData(), &ends, &outputs, nullptr);
        avfilter_inout_free(&outputs);
        avfilter_inout_free(&ends);
    }
    if (status >= 0)
        status = avfilter_graph_config(graph, nullptr);
    if (status < 0) {
        return fail({ .kind = ErrorKind::Unsupported,
            .code = avErrorText(status),
            .message = GraphText::tr("FFmpeg's filters cannot measure this media."),
            .advice = GraphText::tr("Install FFmpeg's usual build of libavfilter.") });
    }
    for (const Input& input : inputs)
        made.m_formats.push_back(formatOf(input.like));
    return made;
}

int FilterGraph::push(AVFrame* frame, size_t input)
{
    return av_buffersrc_add_frame_flags(m_sources[input], frame, AV_BUFFERSRC_FLAG_KEEP_REF);
}

int FilterGraph::pull(AVFrame* frame)
{
    return av_buffersink_get_frame(m_sink, frame);
}

AVRational FilterGraph::outputTimeBase() const
{
    return av_buffersink_get_time_base(m_sink);
}

bool FilterGraph::fits(const AVFrame* frame, size_t input) const
{
    return formatOf(frame) == m_formats[input];
}

} // namespace proofreel
