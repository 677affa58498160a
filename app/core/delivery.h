// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaObject>
#include <QObject>
#include <QPointer>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <utility>

namespace proofreel {

//! Carries one value from any thread to the thread of a context object, and runs a callback there: once, and only
//! if the context still lives and nobody cancelled. It looks at the context in the context's own thread alone, so
//! the context may die at any time. The callback is also destroyed in that thread.
template <typename T>
class Delivery final : public QObject, public std::enable_shared_from_this<Delivery<T>> {
public:
    using Callback = std::function<void(T)>;

    //! \a context must be alive during this call. \a onGone runs in the context's thread when it dies unanswered.
    static std::shared_ptr<Delivery> to(QObject* context, Callback callback, std::function<void()> onGone = {})
    {
        std::shared_ptr<Delivery> made(new Delivery(context, std::move(callback)), discard);
        made->moveToThread(context->thread());
        connect(
            context, &QObject::destroyed, made.get(),
            [raw = made.get(), gone = std::move(onGone)] {
                if (raw->close() && gone)
                    gone();
            },
            Qt::DirectConnection);
        return made;
    }

    //! From any thread; later calls do nothing.
    void deliver(T value)
    {
        QMetaObject::invokeMethod(
            this,
            [self = this->shared_from_this(), held = std::make_shared<T>(std::move(value))] {
                if (!self->m_context)
                    return;
                auto callback = std::exchange(self->m_callback, nullptr);
                if (self->close() && callback)
                    callback(std::move(*held));
            },
            Qt::QueuedConnection);
    }

    //! From the context's thread: the callback will not run. True if it was still open.
    bool cancel()
    {
        m_callback = nullptr;
        return close();
    }

    [[nodiscard]] bool isOpen() const { return m_open; } //!< any thread

private:
    Delivery(QObject* context, Callback callback)
        : m_context(context)
        , m_callback(std::move(callback))
    {
    }
    bool close() { return m_open.exchange(false); }

    // In its own thread at once: a program that quits drops undelivered events while Qt holds the lock that
    // deleteLater() would wait for.
    static void discard(Delivery* delivery)
    {
        if (delivery->thread() == QThread::currentThread())
            delete delivery;
        else
            delivery->deleteLater();
    }

    QPointer<QObject> m_context;
    Callback m_callback;
    std::atomic_bool m_open = true;
};

} // namespace proofreel
