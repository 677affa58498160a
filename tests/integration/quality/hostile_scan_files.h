// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/hostile_boxes.h"

#include <QList>

namespace proofreel::test {

// Small files that promise far more than they hold.

//! \a samples of \a size bytes in chunks of \a perChunk, which all stand in the same place: where the data begins.
struct HostileTrack {
    QByteArray format; //!< of four letters
    quint32 samples = 0, size = 1, perChunk = 1;
    quint16 width = 16, height = 16;
};

inline QByteArray hostileMovie(const QList<HostileTrack>& tracks, const QByteArray& data)
{
    const QByteArray type = fileType();
    const auto half = [](quint16 number) { return be32(number).right(2); };
    QByteArray moov;
    quint32 id = 0;
    for (const HostileTrack& track : tracks) {
        const quint32 chunks = track.samples / track.perChunk;
        const QByteArray offsets = be32(quint32(type.size() + 8)).repeated(chunks);
        const QByteArray stsd = box("stsd",
            be32(0) + be32(1)
                + box(track.format.constData(),
                    QByteArray(7, '\0') + '\1' + QByteArray(16, '\0') + half(track.width) + half(track.height)
                        + be32(0x480000) + be32(0x480000) + be32(0) + half(1) + QByteArray(32, '\0') + half(24)
                        + QByteArray(2, '\xff')));
        const QByteArray stbl = box("stbl",
            stsd + box("stts", be32(0) + be32(1) + be32(track.samples) + be32(40))
                + box("stsc", be32(0) + be32(1) + be32(1) + be32(track.perChunk) + be32(1))
                + box("stsz", be32(0) + be32(track.size) + be32(track.samples))
                + box("stco", be32(0) + be32(chunks) + offsets));
        const QByteArray tkhd = box("tkhd",
            be32(3) + be32(0) + be32(0) + be32(++id) + QByteArray(24, '\0') + be32(0x10000) + QByteArray(12, '\0')
                + be32(0x10000) + QByteArray(12, '\0') + be32(0x40000000) + be32(quint32(track.width) << 16)
                + be32(quint32(track.height) << 16));
        const QByteArray mdhd =
            box("mdhd", be32(0) + be32(0) + be32(0) + be32(1000) + be32(track.samples) + be32(0x55c40000));
        const QByteArray hdlr = box("hdlr", QByteArray(8, '\0') + "vide" + QByteArray(13, '\0'));
        moov += box("trak", tkhd + box("mdia", mdhd + hdlr + box("minf", stbl)));
    }
    return type + box("mdat", data) + box("moov", moov);
}

//! Black, in a byte for each thousand pixels.
inline QByteArray hugePng(quint32 width, quint32 height)
{
    const auto chunk = [](const char* name, const QByteArray& body) {
        quint32 crc = 0xffffffff;
        for (const char each : name + body) {
            crc ^= static_cast<uchar>(each);
            for (int bit = 0; bit < 8; ++bit)
                crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320 : 0);
        }
        return be32(quint32(body.size())) + name + body + be32(~crc);
    };
    return "\x89PNG\r\n\x1a\n" + chunk("IHDR", be32(width) + be32(height) + QByteArray("\x08\0\0\0\0", 5))
        + chunk("IDAT", qCompress(QByteArray(qsizetype(height) * (width + 1), '\0')).mid(4)) + chunk("IEND", {});
}

//! \a samples of sound, so many a second.
inline QByteArray slowWave(qsizetype samples, quint32 rate = 1)
{
    const auto le32 = [](quint32 number) {
        QByteArray bytes(4, '\0');
        qToLittleEndian(number, bytes.data());
        return bytes;
    };
    const QByteArray format = QByteArray("\1\0\1\0", 4) + le32(rate) + le32(2 * rate) + QByteArray("\2\0\x10\0", 4);
    const QByteArray body = "WAVEfmt " + le32(16) + format + "data" + le32(quint32(samples * 2));
    return "RIFF" + le32(quint32(body.size() + samples * 2)) + body + QByteArray(samples * 2, '\x11');
}

} // namespace proofreel::test
