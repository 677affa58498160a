// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace proofreel {

// What one side knows of a rendition: the service (declared), the file's headers (container) or its decoded content
// (decoded). One shape for all three, so that sides can be laid beside each other. What a side does not know is absent:
// empty text, nullopt. Names of codecs and colours are FFmpeg's (h264, hevc, aac, bt709, smpte2084, arib-std-b67).

struct MasteringDisplay {
    double minLuminance = 0, maxLuminance = 0; //!< cd/m²
    QString primaries; //!< "BT.2020", "Display P3", or the coordinates
};

struct VideoFacts {
    QString codec, profile, level; //!< "hevc", "Main 10", "5.1"
    std::optional<qint64> width, height; //!< pixels as stored, before rotation
    std::optional<double> aspect; //!< display aspect ratio after rotation, width by height
    std::optional<int> rotation; //!< clockwise, 0 90 180 270
    std::optional<double> frameRate; //!< average, frames per second
    std::optional<bool> constantFrameRate;
    std::optional<double> bitrateKbps; //!< average
    std::optional<double> peakBitrateKbps; //!< of the busiest second
    std::optional<int> bitDepth;
    QString chroma; //!< "4:2:0"
    QString primaries, transfer, matrix, range; //!< range: "tv" or "pc"
    QString hdr; //!< in the service's words (HDR10, HLG, DolbyVision, HDRVivid…); "SDR" where known not to be HDR
    QString hdrDetail; //!< "profile 8.1", "HDR10+"
    std::optional<MasteringDisplay> mastering;
    std::optional<int> maxCll, maxFall; //!< cd/m²
    QString scan; //!< "progressive", "tff", "bff"
    std::optional<double> startMs, durationMs;
    std::optional<qint64> frames;
    QList<double> keyFramesMs; //!< in order, from the first frame's time on; empty: not known
};

struct AudioFacts {
    QString codec, profile; //!< "aac", "LC"
    std::optional<int> channels;
    std::optional<int> sampleRate; //!< Hz
    std::optional<double> bitrateKbps;
    std::optional<double> startMs, durationMs;
    QString language; //!< as the file has it
};

struct SubtitleFacts {
    QString codec, language;
};

struct MediaFacts {
    QString format; //!< "mp4", "m3u8", "mp3", "mpegts"…: the container
    std::optional<qint64> sizeBytes;
    std::optional<double> durationMs;
    std::optional<double> bitrateKbps; //!< of the whole: size by duration
    std::optional<double> startMs; //!< the earliest stream's
    std::optional<bool> fastStart; //!< mp4: the index stands before the media
    QString encryption; //!< "AES-128", "SAMPLE-AES", "cenc", "AliyunVoDEncryption"; "none" where known to be clear
    std::optional<VideoFacts> video; //!< the first video stream that is no cover picture
    QList<AudioFacts> audio;
    QList<SubtitleFacts> subtitles;
};

} // namespace proofreel
