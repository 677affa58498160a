// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/playlist_writer.h"

#include "sandbox/encoding.h"

namespace proofreel::sandbox {

QByteArray signedPlaylist(const QByteArray& playlist, const QByteArray& target, const MediaUrls& urls,
    const QByteArray& keyPath, const QByteArray& keyToken)
{
    const qsizetype mark = target.indexOf('?');
    const QByteArray path = mark < 0 ? target : target.left(mark);
    const QByteArray folder = path.left(path.lastIndexOf('/') + 1);
    const auto part = [&](const QByteArray& name) {
        const QByteArray query = urls.queryForPart(target, folder + name);
        return query.isEmpty() ? name : name + '?' + query;
    };
    QByteArray out;
    const auto lines = playlist.split('\n');
    for (const QByteArray& line : lines) {
        const bool isKey = line.startsWith("#EXT-X-KEY:METHOD=AES-128"), isSection = line.startsWith("#EXT-X-MAP:");
        const qsizetype uri = isKey || isSection ? line.indexOf("URI=\"") : -1;
        const qsizetype end = uri < 0 ? -1 : line.indexOf('"', uri + 5);
        if (end >= 0 && isSection) {
            out += line.left(uri + 5) + part(line.mid(uri + 5, end - uri - 5)) + line.mid(end);
        } else if (end >= 0) {
            out += line.left(uri + 5) + keyPath + "?Ciphertext=" + md5Hex(keyPath)
                + "&MtsHlsUriToken=" + percentEncode(keyToken) + line.mid(end);
        } else if (line.isEmpty() || line.startsWith('#') || line.contains("://")) {
            out += line;
        } else {
            out += part(line);
        }
        out += '\n';
    }
    out.chop(1); // split() gave one part more than there are line ends
    return out;
}

} // namespace proofreel::sandbox
