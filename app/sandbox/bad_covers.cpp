// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/bad_covers.h"

#include <QtEndian>

namespace proofreel::sandbox {

namespace {

QByteArray bigEndian(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

quint32 crc32(const QByteArray& data)
{
    quint32 crc = 0xffffffff;
    for (const char c : data) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320U : 0);
    }
    return ~crc;
}

QByteArray chunk(const QByteArray& type, const QByteArray& data)
{
    return bigEndian(quint32(data.size())) + type + data + bigEndian(crc32(type + data));
}

//! Grey with one bit a pixel: small on the way, hundreds of megabytes where somebody decodes it in colour.
QByteArray vastPng()
{
    constexpr quint32 width = 40'000, height = 4'000;
    const QByteArray rows(qsizetype(height) * (1 + width / 8), '\0');
    QByteArray head = bigEndian(width) + bigEndian(height);
    head.append("\x01\x00\x00\x00\x00", 5); // bits, grey, deflate, no filter, not interlaced
    return QByteArray("\x89PNG\r\n\x1a\n", 8) + chunk("IHDR", head)
        + chunk("IDAT", qCompress(rows, 9).mid(4)) // without the length that Qt puts before it
        + chunk("IEND", {});
}

QByteArray animatedGif()
{
    // One pixel, black and white in turn, for ever.
    static constexpr char bytes[] =
        "GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff"
        "!\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"
        "!\xf9\x04\x00\x0a\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00"
        "!\xf9\x04\x00\x0a\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x4c\x01\x00;";
    return { bytes, sizeof(bytes) - 1 };
}

} // namespace

BadCover badCover(qint64 place, const QByteArray& jpeg)
{
    static_assert(badCoverKinds == 7);
    switch (place % badCoverKinds) {
    case 0:
        return { .contentType = "text/html", .body = "<!doctype html><title>Sign in</title><p>Please sign in." };
    case 1: {
        static const QByteArray png = vastPng();
        return { .contentType = "image/png", .body = png };
    }
    case 2:
        return { .contentType = "image/gif", .body = animatedGif() };
    case 3:
        return { .body = jpeg.left(jpeg.size() / 2) };
    case 4:
        return {};
    case 5:
        return { .status = 302, .redirectsToItself = true };
    default:
        return { .status = 404, .contentType = "application/xml", .body = "<Error><Code>NoSuchKey</Code></Error>" };
    }
}

} // namespace proofreel::sandbox
