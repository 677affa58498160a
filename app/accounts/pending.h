// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <utility>

namespace proofreel {

//! One call from outside: ends once, unless it was aborted or its context is gone.
template <typename T>
class Pending {
public:
    Pending(QObject* context, std::function<void(Result<T>)> callback)
        : m_context(context)
        , m_callback(std::move(callback))
    {
    }
    [[nodiscard]] bool isAborted() const { return !m_callback; }
    void abort() { m_callback = nullptr; }
    void end(const Result<T>& result)
    {
        if (const auto run = std::exchange(m_callback, nullptr); run && m_context)
            run(result);
    }

private:
    QPointer<QObject> m_context;
    std::function<void(Result<T>)> m_callback;
};

} // namespace proofreel
