// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <memory>
#include <utility>

namespace proofreel {

//! Handle on something that ends (a request, a keychain job). Copyable; dropping it changes nothing.
//! The callback that was given with the call runs once, in the thread of its context object, unless abort()
//! was called there before or the context object is gone.
class CallHandle {
public:
    CallHandle() = default;
    explicit CallHandle(std::function<void()> abort)
        : m_abort(std::make_shared<std::function<void()>>(std::move(abort)))
    {
    }

    //! Stops the work; the callback will not run any more. Harmless when it has ended. From the context's thread only.
    void abort()
    {
        if (m_abort && *m_abort)
            std::exchange(*m_abort, nullptr)();
        m_abort.reset();
    }
    explicit operator bool() const { return m_abort != nullptr; }

private:
    std::shared_ptr<std::function<void()>> m_abort;
};

} // namespace proofreel
