// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/call.h"
#include "core/delivery.h"
#include "quality/policy.h"

#include <QThreadPool>

#include <type_traits>

namespace proofreel {

//! A policy with the text that it was read from.
struct PolicyFile {
    QByteArray text;
    Policy policy;

    [[nodiscard]] static QString lines(const QByteArray& text) //!< ended by LF, as editors have them
    {
        return QString::fromUtf8(text).replace(QLatin1String("\r\n"), QLatin1String("\n"));
    }
};

// These block on the disk.

//! As Policy::load().
[[nodiscard]] Result<PolicyFile> readPolicyFile(const QString& path);
//! Whole or not at all, over what is there. Io, with the path in its message.
[[nodiscard]] Result<void> writePolicyFile(const QString& path, const QByteArray& text);

//! One thread, so that what is asked of the disk happens in order; what was begun ends before it is gone.
class PolicyDisk final {
    Q_DISABLE_COPY_MOVE(PolicyDisk)
public:
    PolicyDisk() { m_thread.setMaxThreadCount(1); }
    ~PolicyDisk() { m_thread.waitForDone(); }

    //! \a callback takes what \a work gives, in the thread of \a context.
    template <typename Work, typename Callback>
    CallHandle run(Work work, QObject* context, Callback callback)
    {
        using Answer = std::invoke_result_t<Work>;
        const auto answer = Delivery<Answer>::to(context, std::move(callback));
        m_thread.start([work = std::move(work), answer] { answer->deliver(work()); });
        return CallHandle([answer] { answer->cancel(); });
    }

private:
    QThreadPool m_thread;
};

} // namespace proofreel
