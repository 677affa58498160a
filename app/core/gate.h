// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaObject>
#include <QMutex>
#include <QMutexLocker>

#include <utility>

namespace proofreel {

//! The way to an object that lives in another thread and may be gone: whoever holds the gate can post jobs to the
//! object's thread at any time; after close() they are dropped. The owner closes the gate before the object dies.
template <typename Object>
class Gate {
public:
    explicit Gate(Object* object)
        : m_object(object)
    {
    }
    template <typename Job>
    void post(Job job)
    {
        const QMutexLocker lock(&m_mutex);
        if (m_object)
            QMetaObject::invokeMethod(
                m_object, [object = m_object, job = std::move(job)] { job(*object); }, Qt::QueuedConnection);
    }
    void close()
    {
        const QMutexLocker lock(&m_mutex);
        m_object = nullptr;
    }

private:
    QMutex m_mutex;
    Object* m_object;
};

} // namespace proofreel
