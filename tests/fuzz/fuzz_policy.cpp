// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/policy.h"
#include "tests/fuzz/fuzz.h"

using namespace proofreel;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto policy = Policy::parse(bytes, {});
    if (!policy) {
        FUZZ_CHECK(policy.error().kind == ErrorKind::InvalidRequest);
        FUZZ_CHECK(policy.error().code.contains(QLatin1Char(':')) && policy.error().message.size() < 1000);
        return 0;
    }
    const PolicySettings settings = policy->settingsFor({});
    FUZZ_CHECK(std::isfinite(settings.loudnessLufs) && settings.blackMs >= 1 && settings.keyFrameMs > 0);
    for (const RuleSetting& setting : settings.rules)
        FUZZ_CHECK(!setting.tolerance || (std::isfinite(*setting.tolerance) && *setting.tolerance >= 0));
    // What is written of it can be read, and then says the same again.
    const QByteArray text = policyText(*policy);
    const auto again = Policy::parse(text, {});
    FUZZ_CHECK(again.has_value());
    FUZZ_CHECK(policyText(*again) == text);
    return 0;
}
