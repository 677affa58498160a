// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/redaction.h"
#include "tests/fuzz/fuzz.h"

#include <QByteArray>

using namespace proofreel;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    // Two parts of any text (UTF-16, so that broken surrogate pairs come too), and a secret between them.
    const QString text(
        reinterpret_cast<const QChar*>(
            QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size & ~size_t(1))).constData()),
        static_cast<qsizetype>(size / 2));
    const QString bytes = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    for (const QString& around : { text, bytes }) {
        const QString before = around.left(around.size() / 2), after = around.mid(around.size() / 2);
        const QString secret = u"CANARY/9+x="_s;
        FUZZ_CHECK(!redact(before + secret + after, { secret }).contains(secret));
        FUZZ_CHECK(!redact(before + u" Signature=CANARY9x "_s + after).contains("CANARY9x"_L1));
        FUZZ_CHECK(!redact(before + u"\nAuthorization: CANARY9x\n"_s + after).contains("CANARY9x"_L1));
        FUZZ_CHECK(!redact(before + u" https://h/p?auth_key=CANARY9x "_s + after).contains("CANARY9x"_L1));
        FUZZ_CHECK(!redactUrl(QUrl(u"https://h/p?"_s + before + u"&token=CANARY9x&"_s + after)).contains("CANARY9x"_L1)
            || before.contains(u'#'));
        (void)maskKeyId(around);
    }
    return 0;
}
