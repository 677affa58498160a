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
    QByteArray out;
    const auto lines = playlist.split('\n');
    for (const QByteArray& line : lines) {
        const qsizetype uri = line.startsWith("#EXT-X-KEY:METHOD=AES-128") ? line.indexOf("URI=\"") : -1;
        if (uri >= 0) {
            const qsizetype end = line.indexOf('"', uri + 5);
            out += line.left(uri + 5) + keyPath + "?Ciphertext=" + md5Hex(keyPath)
                + "&MtsHlsUriToken=" + percentEncode(keyToken) + line.mid(end);
        } else if (line.isEmpty() || line.startsWith('#') || line.contains("://")) {
            out += line;
        } else {
            const QByteArray query = urls.queryForPart(target, folder + line);
            out += query.isEmpty() ? line : line + '?' + query;
        }
        out += '\n';
    }
    out.chop(1); // split() gave one part more than there are line ends
    return out;
}

} // namespace proofreel::sandbox
