// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/percent.h"
#include "ims/signer.h"
#include "tests/fuzz/fuzz.h"

#include <QUrl>

#include <algorithm>
#include <cstring>

using namespace proofreel;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));

    // Bytes survive, and nothing but the unreserved characters stays as it is.
    const QByteArray encoded = percentEncode(bytes);
    FUZZ_CHECK(QByteArray::fromPercentEncoding(encoded) == bytes);
    FUZZ_CHECK(std::all_of(encoded.begin(), encoded.end(), [](char c) {
        return std::strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~%", c) && c != '\0';
    }));

    // Any query, once canonical, stays so.
    QueryItems items = parseQuery(bytes);
    const QByteArray canonical = canonicalQuery(items);
    FUZZ_CHECK(canonicalQuery(parseQuery(canonical)) == canonical);
    std::reverse(items.begin(), items.end());
    FUZZ_CHECK(canonicalQuery(items) == canonical);

    // What is signed is what a server reads after QUrl and the wire.
    QUrl url(QStringLiteral("https://ice.example.com/"));
    url.setQuery(QString::fromLatin1(canonical), QUrl::StrictMode);
    FUZZ_CHECK(url.isValid());
    FUZZ_CHECK(canonicalQuery(parseQuery(url.query(QUrl::FullyEncoded).toLatin1())) == canonical);

    // A signature is made, or refused; never a header with a line break.
    const QString text = QString::fromUtf8(bytes);
    const ApiRequest request {
        .action = text, .host = bytes, .query = items, .path = bytes, .headers = { { "x-acs-any", bytes } }
    };
    const Credentials credentials { text, text, text };
    const QDateTime time = QDateTime::fromSecsSinceEpoch(1'700'000'000);
    if (const auto made = signV3(request, credentials, time, text)) {
        FUZZ_CHECK(made->signature.size() == 64);
        for (const auto& [name, value] : made->headers)
            FUZZ_CHECK(!name.contains('\n') && !value.contains('\n') && !value.contains('\r'));
    }
    FUZZ_CHECK(signRpc(request, credentials, time, text).has_value());
    return 0;
}
