// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/probe/mediainfo_pool.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

using Why = MediaInfoHelper::Why;

constexpr std::chrono::seconds idleFor { 30 };
constexpr size_t mostIdle = 8;

struct ProbeText {
    Q_DECLARE_TR_FUNCTIONS(ContainerProbe)
};

Error errorOf(MediaInfoHelper::End end)
{
    switch (end.why) {
    case Why::Unread:
        return std::move(end.error);
    case Why::Stopped:
        return { .kind = ErrorKind::Cancelled, .message = ProbeText::tr("The check was stopped.") };
    case Why::Unasked:
        return { .kind = ErrorKind::Io,
            .message = ProbeText::tr("The helper program that reads the headers of media does not start."),
            .advice = ProbeText::tr("Install Proofreel again.") };
    case Why::Slow:
        return { .kind = ErrorKind::Media,
            .message = ProbeText::tr("The headers of this file cannot be read in reasonable time: it is damaged."),
            .advice = ProbeText::tr("Ask for this rendition to be made again.") };
    case Why::Killed:
    case Why::Broken:
        break;
    }
    return { .kind = ErrorKind::Media,
        .message = ProbeText::tr("The headers of this file cannot be read: it is damaged."),
        .advice = ProbeText::tr("Ask for this rendition to be made again.") };
}

} // namespace

MediaInfoPool::MediaInfoPool(QString program, std::chrono::milliseconds wait)
    : m_program(std::move(program))
    , m_wait(wait)
    , m_janitor([this](const std::stop_token& stop) { endIdle(stop); })
{
}

MediaInfoPool::~MediaInfoPool() = default;

MediaInfoPool& MediaInfoPool::shared()
{
    static MediaInfoPool pool;
    return pool;
}

QString MediaInfoPool::installedProgram()
{
    // Not by QCoreApplication, which a caller may lack.
    const QFileInfo self(QFile::symLinkTarget(u"/proc/self/exe"_s));
    return self.path() + u"/../libexec/proofreel/proofreel-mediainfo"_s;
}

Result<mediainfo::Fields> MediaInfoPool::readFields(
    qint64 size, qint64 most, const MediaInfoHelper::Read& read, const std::stop_token& stop)
{
    for (bool killed = false;;) {
        auto helper = killed ? nullptr : take();
        const bool fresh = !helper;
        if (fresh)
            helper = MediaInfoHelper::start(m_program, m_wait);
        if (!helper)
            return fail(errorOf({ .why = Why::Unasked }));
        auto fields = helper->readFields(size, most, read, stop);
        if (fields) {
            giveBack(std::move(helper));
            return *std::move(fields);
        }
        // What is not the file's doing may go well with another one; who is killed twice may have been so for its size.
        const Why why = fields.error().why;
        if (why == Why::Killed && !killed)
            killed = true;
        else if (why != Why::Unasked || fresh)
            return fail(errorOf(std::move(fields.error())));
    }
}

std::unique_ptr<MediaInfoHelper> MediaInfoPool::take()
{
    const std::scoped_lock lock(m_mutex);
    if (m_idle.empty())
        return nullptr;
    auto helper = std::move(m_idle.back().helper);
    m_idle.pop_back();
    return helper;
}

void MediaInfoPool::giveBack(std::unique_ptr<MediaInfoHelper> helper)
{
    const std::scoped_lock lock(m_mutex);
    if (m_idle.size() >= mostIdle)
        return;
    m_idle.push_back({ std::move(helper), Clock::now() });
    m_changed.notify_one();
}

void MediaInfoPool::endIdle(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_idle.empty(); })) {
        // The one that has been idle for longest may be taken meanwhile, or all of them.
        const auto until = m_idle.front().since + idleFor;
        m_changed.wait_until(lock, stop, until, [] { return false; });
        std::vector<Idle> ended;
        while (!m_idle.empty() && m_idle.front().since + idleFor <= Clock::now()) {
            ended.push_back(std::move(m_idle.front()));
            m_idle.erase(m_idle.begin());
        }
        lock.unlock();
        ended.clear();
        lock.lock();
        if (stop.stop_requested())
            return;
    }
}

} // namespace proofreel
