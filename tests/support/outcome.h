// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QCoreApplication>
#include <QTest>
#include <QThread>

#include <functional>
#include <optional>

namespace proofreel::test {

//! Waits for the one answer of a call and holds it: `Outcome<HttpResponse> got; http.send(request, &got, got.sink());`
template <typename T>
class Outcome final : public QObject {
public:
    std::function<void(Result<T>)> sink()
    {
        return [this](Result<T> result) {
            ++count;
            thread = QThread::currentThread();
            value = std::move(result);
        };
    }
    bool wait(int ms = 20'000)
    {
        return QTest::qWaitFor([this] { return value.has_value(); }, ms);
    }
    //! Of a failure; for the message of a test that expected one.
    [[nodiscard]] Error error() const { return value && !*value ? value->error() : Error {}; }
    [[nodiscard]] QString kind() const
    {
        return !value ? QStringLiteral("none") : *value ? QStringLiteral("ok") : Error::kindName(value->error().kind);
    }

    std::optional<Result<T>> value;
    QThread* thread = nullptr;
    int count = 0;
};

} // namespace proofreel::test
