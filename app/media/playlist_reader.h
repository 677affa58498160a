// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "media/playlist.h"

namespace proofreel {

//! Takes a playlist line by line. What is malformed counts as absent.
class PlaylistReader {
public:
    explicit PlaylistReader(const QUrl& base)
        : m_base(base)
    {
    }
    //! A line with or without '#'. False when it names an address that is neither http nor https; see url().
    bool tag(const QByteArray& line);
    bool address(const QByteArray& line);

    [[nodiscard]] QUrl url() const { return m_last; }
    [[nodiscard]] Playlist take() { return std::move(m_list); }

private:
    class Attributes;
    bool plainTag(const QByteArray& name, const QByteArray& value);
    bool key(const Attributes& values, bool ofSegments);
    bool section(const Attributes& values);
    void resolve(const QByteArray& text);
    [[nodiscard]] bool ok() const { return isPlayableUrl(m_last); }
    [[nodiscard]] std::optional<Playlist::ByteRange> byteRange(const QByteArray& text, qint64 next) const;

    QUrl m_base;
    QUrl m_last;
    Playlist m_list;
    std::optional<Playlist::Variant> m_variant; // whose address comes next
    Playlist::Segment m_segment; // the next one
    QByteArray m_range; // of the next segment
    double m_atMs = 0;
};

} // namespace proofreel
