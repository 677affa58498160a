// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/serving.h"

namespace proofreel::sandbox {

Serving Serving::parse(const QJsonObject& json)
{
    Serving serving;
    const auto value = [&json](const char* name) { return json[QLatin1StringView(name)]; };
    serving.noRange = value("noRange").toBool();
    serving.cors = value("cors").toBool(true);
    serving.length = value("length").toBool(true);
    serving.open = value("open").toBool();
    serving.status = value("status").toInt();
    serving.lengthOff = value("lengthOff").toInteger();
    serving.validS = value("validS").toInteger();
    serving.segments = value("segments").toInt();
    serving.contentType = value("contentType").toString().toLatin1();
    if (value("cacheControl").isString())
        serving.cacheControl = value("cacheControl").toString().toLatin1();
    serving.redirectHost = value("redirectHost").toString();
    serving.key = value("key").toString();
    return serving;
}

QByteArray Serving::madePlaylist() const
{
    QByteArray text = "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:2\n#EXT-X-PLAYLIST-TYPE:VOD\n";
    for (int i = 0; i < segments; ++i)
        text += "#EXTINF:2.0,\nseg_000.ts\n";
    return text + "#EXT-X-ENDLIST\n";
}

} // namespace proofreel::sandbox
