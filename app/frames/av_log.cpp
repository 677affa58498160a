// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frames/av_log.h"

#include "core/one_line.h"
#include "core/redaction.h"
#include "frames/av_types.h"

#include <QLoggingCategory>

#include <array>
#include <cstdarg>
#include <cstdio>
#include <mutex>
#include <set>

Q_LOGGING_CATEGORY(lcFrames, "proofreel.frames", QtWarningMsg)

namespace proofreel {

namespace {

thread_local AvLog* s_here = nullptr;

QString lineOf(const AVClass* speaker, void* object, const char* format, va_list arguments)
{
    std::array<char, 512> text {};
    std::vsnprintf(text.data(), text.size(), format, arguments);
    QString line = QString::fromUtf8(text.data()).trimmed();
    const char* name = speaker && speaker->item_name ? speaker->item_name(object) : nullptr;
    if (name && *name)
        line.prepend(QString::fromUtf8(name) + QStringLiteral(": "));
    return oneLine(redact(line), 200);
}

} // namespace

// Which logs live: a decoder of somebody else may carry any opaque pointer.
class AvLogRegister {
public:
    static AvLogRegister& get()
    {
        static auto* s_register = new AvLogRegister; // for good: libav may speak until the very end
        return *s_register;
    }
    void add(AvLog* log)
    {
        const std::lock_guard lock(m_mutex);
        m_logs.insert(log);
    }
    void remove(AvLog* log)
    {
        const std::lock_guard lock(m_mutex);
        m_logs.erase(log);
    }
    static void take(void* object, int level, const char* format, va_list arguments);

private:
    AvLogRegister() { av_log_set_callback(&take); }

    std::recursive_mutex m_mutex; // a taker may make libav speak
    std::set<AvLog*> m_logs;
};

void AvLogRegister::take(void* object, int level, const char* format, va_list arguments)
{
    level &= 0xff; // what is above is a colour
    const AVClass* speaker = object ? *static_cast<AVClass**>(object) : nullptr;
    if (level > AV_LOG_WARNING || (level > AV_LOG_ERROR && !lcFrames().isDebugEnabled()))
        return;
    const bool filters = speaker
        && (speaker->category == AV_CLASS_CATEGORY_FILTER || speaker->category == AV_CLASS_CATEGORY_SWSCALER
            || speaker->category == AV_CLASS_CATEGORY_SWRESAMPLER);
    AvLogRegister& self = get();
    const std::lock_guard lock(self.m_mutex);
    AvLog* owner = s_here;
    if (speaker == avcodec_get_class()) {
        const auto found = self.m_logs.find(static_cast<AvLog*>(static_cast<AVCodecContext*>(object)->opaque));
        owner = found == self.m_logs.end() ? owner : *found;
    }
    if (owner && level <= AV_LOG_ERROR && !filters)
        owner->m_taker(lineOf(speaker, object, format, arguments));
    else if (lcFrames().isDebugEnabled())
        qCDebug(lcFrames).noquote() << lineOf(speaker, object, format, arguments);
}

AvLog::AvLog(Taker taker)
    : m_taker(std::move(taker))
{
    AvLogRegister::get().add(this);
}

AvLog::~AvLog()
{
    AvLogRegister::get().remove(this);
}

void AvLog::attach(AVCodecContext* decoder)
{
    decoder->opaque = this; // libav copies it to the contexts of its threads
}

AvLog::Here::Here(AvLog& log)
    : m_before(s_here)
{
    s_here = &log;
}

AvLog::Here::~Here()
{
    s_here = m_before;
}

} // namespace proofreel
