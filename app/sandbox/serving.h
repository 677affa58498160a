// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace proofreel::sandbox {

//! How the media host hands out one rendition with all its parts: "serve" of a catalogue, where a defect of delivery
//! is planted. As it stands: as it should be.
struct Serving {
    bool noRange = false; //!< "noRange": Range is ignored
    bool cors = true; //!< "cors": Access-Control-Allow-Origin is sent
    bool open = false; //!< "open": answers without a signature, too
    bool length = true; //!< "length": Content-Length is sent
    int status = 0; //!< "status": refuses with it. 0: answers
    qint64 lengthOff = 0; //!< "lengthOff": so many bytes are added to the length that is said of the file
    qint64 validS = 0; //!< "validS": the link lives at most so long. 0: as asked
    int segments = 0; //!< "segments": the playlist is made on the fly, with so many
    QByteArray contentType; //!< "contentType"; empty: what the file is
    QByteArray cacheControl { "public, max-age=3600" }; //!< "cacheControl"; empty: none
    QString redirectHost; //!< "redirectHost": sends there; the same server under another name
    QString key; //!< "key": "deny" answers 403, "hang" never. Of the asset's AES-128 key

    static Serving parse(const QJsonObject& json);
    //! Of a playlist with parts that are all the same segment beside it.
    [[nodiscard]] QByteArray madePlaylist() const;
};

} // namespace proofreel::sandbox
