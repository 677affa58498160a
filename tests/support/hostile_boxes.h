// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QtEndian>

namespace proofreel::test {

inline QByteArray be32(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

//! \a lie: the size that it claims, if that is not its own.
inline QByteArray box(const char* name, const QByteArray& body, qint64 lie = -1)
{
    return be32(quint32(lie >= 0 ? lie : body.size() + 8)) + name + body;
}

inline QByteArray fileType()
{
    return box("ftyp", QByteArray("isom\0\0\2\0isomiso2mp41", 20));
}

//! An mp4's index of \a tracks whose samples come in fragments.
inline QByteArray fragmentedMovie(int tracks)
{
    QByteArray traks, mvex;
    for (int id = 1; id <= tracks; ++id) {
        const QByteArray none = be32(0) + be32(0);
        const QByteArray stbl = box("stbl",
            box("stsd", be32(0) + be32(1) + box("mp4v", QByteArray(78, '\0'))) + box("stts", none) + box("stsc", none)
                + box("stsz", none + be32(0)) + box("stco", none));
        const QByteArray tkhd = box("tkhd", be32(3) + be32(0) + be32(0) + be32(quint32(id)) + QByteArray(64, '\0'));
        const QByteArray mdhd = box("mdhd", be32(0) + be32(0) + be32(0) + be32(1000) + be32(0) + be32(0x55c40000));
        const QByteArray hdlr = box("hdlr", QByteArray(8, '\0') + "vide" + QByteArray(13, '\0'));
        traks += box("trak", tkhd + box("mdia", mdhd + hdlr + box("minf", stbl)));
        mvex += box("trex", be32(0) + be32(quint32(id)) + be32(1) + be32(40) + be32(1) + be32(0));
    }
    return box("moov", box("mvhd", QByteArray(100, '\0')) + traks + box("mvex", mvex));
}

//! A fragment with \a samples of each of \a tracks, which all take no byte in it.
inline QByteArray fragment(int tracks, quint32 samples)
{
    QByteArray all = box("mfhd", be32(0) + be32(1));
    for (int id = 1; id <= tracks; ++id)
        all += box("traf", box("tfhd", be32(0) + be32(quint32(id))) + box("trun", be32(0) + be32(samples)));
    return box("moof", all);
}

} // namespace proofreel::test
