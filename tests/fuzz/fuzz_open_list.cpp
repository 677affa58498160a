// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/open_list.h"
#include "tests/fuzz/fuzz.h"

#include <QSet>

using namespace proofreel;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    OpenList list;
    list.addText(bytes);
    QSet<QString> ids;
    for (const OpenTarget& target : list.targets()) {
        const QString id = targetId(target);
        FUZZ_CHECK(!id.isEmpty() && !ids.contains(id));
        ids.insert(id);
        if (const auto* url = std::get_if<QUrl>(&target))
            FUZZ_CHECK(url->scheme() == QLatin1String("https") || url->scheme() == QLatin1String("http"));
        if (const auto* link = std::get_if<AssetLink>(&target)) {
            FUZZ_CHECK(!link->seconds || (*link->seconds >= 0 && *link->seconds <= 864'000));
            const auto again = parseOpenTarget(assetLink(link->mediaId, link->streamKey, link->seconds));
            FUZZ_CHECK(again && std::get<AssetLink>(*again).streamKey == link->streamKey);
        }
    }
    FUZZ_CHECK(list.targets().size() <= OpenList::kMost);
    FUZZ_CHECK(list.firstNotUnderstood().size() <= 5);
    FUZZ_CHECK(list.report().size() < 500);
    const auto single = parseOpenTarget(QString::fromUtf8(bytes));
    FUZZ_CHECK(single || (!single.error().message.isEmpty() && single.error().message.size() < 200));
    return 0;
}
