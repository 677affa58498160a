// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/blocking_http.h"

#include "core/network_error.h"

#include <QCoreApplication>

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <utility>

namespace proofreel {

namespace {

struct MediaText {
    Q_DECLARE_TR_FUNCTIONS(Media)
};

using Clock = std::chrono::steady_clock;

// Shared with the network thread, which may answer after the waiting has ended.
struct Answers {
    std::mutex mutex;
    std::condition_variable_any changed;
    std::map<int, std::optional<Result<HttpResponse>>> byId;
};

} // namespace

class BlockingHttp::Private {
public:
    struct UnderWay {
        CallHandle call;
        QString host;
        Clock::time_point end;
    };
    Http& http;
    std::stop_token stop;
    Clock::time_point end = Clock::time_point::max();
    std::shared_ptr<Answers> answers = std::make_shared<Answers>();
    std::map<int, UnderWay> underWay;
    int lastId = 0;

    // Until \a ready, or there is no more time.
    template <typename Ready>
    void block(std::unique_lock<std::mutex>& lock, Clock::time_point until, const Ready& ready)
    {
        if (until == Clock::time_point::max()) // no clock can wait for that
            answers->changed.wait(lock, stop, ready);
        else
            answers->changed.wait_until(lock, stop, until, ready);
    }
    [[nodiscard]] Error outOfTime(const QString& host) const
    {
        if (stop.stop_requested())
            return {
                .kind = ErrorKind::Cancelled, .message = MediaText::tr("The transfer was stopped."), .host = host
            };
        return { .kind = ErrorKind::Timeout,
            .message = MediaText::tr("%1 took too long to hand out the media.").arg(host),
            .advice = MediaText::tr("Try again, or check the line to the playback domain."),
            .host = host };
    }
};

BlockingHttp::BlockingHttp(Http& http, std::stop_token stop, std::chrono::milliseconds deadline)
    : d(new Private { .http = http, .stop = std::move(stop) })
{
    if (deadline.count() > 0)
        d->end = Clock::now() + deadline;
}

BlockingHttp::~BlockingHttp()
{
    for (auto& [id, request] : d->underWay)
        request.call.abort();
}

int BlockingHttp::start(const HttpRequest& request, std::chrono::milliseconds deadline)
{
    const auto end = deadline.count() > 0 ? std::min(d->end, Clock::now() + deadline) : d->end;
    const int id = ++d->lastId;
    {
        const std::lock_guard lock(d->answers->mutex);
        d->answers->byId.emplace(id, std::nullopt);
    }
    auto call = d->http.sendDirect(request, [answers = d->answers, id](Result<HttpResponse> result) {
        const std::lock_guard lock(answers->mutex);
        if (const auto found = answers->byId.find(id); found != answers->byId.end())
            found->second = std::move(result);
        answers->changed.notify_all();
    });
    d->underWay.emplace(id, Private::UnderWay { std::move(call), hostAndPort(request.url), end });
    return id;
}

Result<HttpResponse> BlockingHttp::wait(int id)
{
    const auto request = d->underWay.find(id);
    if (request == d->underWay.end())
        return fail({ .kind = ErrorKind::Cancelled, .message = MediaText::tr("The transfer was stopped.") });
    std::optional<Result<HttpResponse>> result;
    {
        std::unique_lock lock(d->answers->mutex);
        auto& answer = d->answers->byId[id];
        d->block(lock, request->second.end, [&] { return answer.has_value(); });
        result = std::exchange(answer, std::nullopt);
    }
    if (!result)
        result = fail(d->outOfTime(request->second.host));
    abort(id);
    return *std::move(result);
}

std::optional<int> BlockingHttp::waitAny()
{
    const auto soonest = std::min_element(d->underWay.begin(), d->underWay.end(),
        [](const auto& a, const auto& b) { return a.second.end < b.second.end; });
    if (soonest == d->underWay.end())
        return std::nullopt;
    std::unique_lock lock(d->answers->mutex);
    auto& answers = d->answers->byId;
    const auto ended = [&] {
        return std::find_if(answers.begin(), answers.end(), [](const auto& each) { return each.second.has_value(); });
    };
    d->block(lock, soonest->second.end, [&] { return ended() != answers.end(); });
    const auto found = ended();
    return found != answers.end() ? found->first : soonest->first;
}

bool BlockingHttp::hasEnded(int id) const
{
    const std::lock_guard lock(d->answers->mutex);
    const auto found = d->answers->byId.find(id);
    return found == d->answers->byId.end() || found->second.has_value();
}

void BlockingHttp::abort(int id)
{
    if (const auto found = d->underWay.find(id); found != d->underWay.end()) {
        found->second.call.abort();
        d->underWay.erase(found);
    }
    const std::lock_guard lock(d->answers->mutex);
    d->answers->byId.erase(id);
}

} // namespace proofreel
