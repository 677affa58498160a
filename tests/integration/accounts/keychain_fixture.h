// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "accounts/credential_store.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <optional>

namespace proofreel::test {

//! Starts a call that ends, and turns the event loop until it has.
template <typename T, typename Start>
Result<T> waitFor(Start start)
{
    std::optional<Result<T>> answer;
    start([&answer](const Result<T>& result) { answer = result; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 30'000))
        return fail({ .kind = ErrorKind::Timeout, .message = QStringLiteral("the test waited in vain") });
    return *answer;
}

//! Every file under the test's home in which that text stands.
inline QStringList filesWith(const QByteArray& text)
{
    QStringList found;
    QDirIterator files(QDir::homePath(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
            found << file.fileName();
    }
    return found;
}

} // namespace proofreel::test
