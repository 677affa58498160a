// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frames/box_watch.h"

#include <QtEndian>

#include <limits>

namespace proofreel {

namespace {

constexpr size_t deepest = 16; // libavformat goes to 10
constexpr qint64 rowBytes = 12; // of stsc
constexpr qint64 endless = std::numeric_limits<qint64>::max();

constexpr quint32 operator""_box(const char* name, size_t)
{
    quint32 type = 0;
    for (int i = 0; i < 4; ++i)
        type = type << 8 | static_cast<uchar>(name[i]);
    return type;
}

//! Bytes behind the head that are needed of a box that promises something, or holds others; -1: of no interest.
qint64 interest(quint32 type)
{
    switch (type) {
    case "moov"_box:
    case "trak"_box:
    case "mdia"_box:
    case "minf"_box:
    case "stbl"_box:
    case "stsd"_box:
    case "edts"_box:
    case "dinf"_box:
    case "tref"_box:
    case "udta"_box:
    case "meta"_box:
    case "mvex"_box:
    case "moof"_box:
    case "traf"_box:
    case "wave"_box:
    case "ipro"_box:
    case "sinf"_box:
    case "schi"_box:
    case "cmov"_box:
        return 0;
    case "free"_box: // libavformat looks for a hidden moov in them
    case "hoov"_box:
    case "trun"_box:
    case "stco"_box:
    case "co64"_box:
    case "stsc"_box:
        return 8;
    case "stsz"_box:
    case "stz2"_box:
        return 12;
    case "sidx"_box:
        return 32; // its second version; the first one is shorter
    default:
        return -1;
    }
}

} // namespace

quint32 BoxWatch::number(qsizetype at) const
{
    return qFromBigEndian<quint32>(m_head.constData() + at);
}

void BoxWatch::restart(qint64 at)
{
    m_open.clear();
    m_head.clear();
    m_rows = 0;
    m_next = at;
}

BoxWatch::Head BoxWatch::head() const
{
    Head head { .type = number(4), .size = number(0) };
    if (head.size == 1) {
        head.length = 16;
        if (m_head.size() >= head.length)
            head.size = static_cast<qint64>(qMin(qFromBigEndian<quint64>(m_head.constData() + 8), quint64(endless)));
    }
    return head;
}

qint64 BoxWatch::wanted() const
{
    if (m_rows > 0)
        return rowBytes;
    if (m_head.size() < 8)
        return 8;
    const Head box = head();
    return box.length + qMax<qint64>(interest(box.type), 0);
}

void BoxWatch::take(qint64 at, const char* bytes, qint64 count)
{
    if (m_next < 0 ? at != m_end : at > m_next + m_head.size())
        restart(at);
    const qint64 end = m_end = at + count;
    while (m_next >= 0) {
        const qint64 missing = wanted() - m_head.size();
        if (missing > 0) {
            const qint64 from = m_next + m_head.size();
            if (from >= end)
                return;
            m_head.append(bytes + (from - at), qMin(missing, end - from));
            if (m_head.size() < wanted())
                continue; // the head may tell now that more of it is needed
        }
        m_rows > 0 ? handleRow() : handle();
    }
}

void BoxWatch::skipTo(qint64 offset)
{
    // A small box may end before what was read of it.
    m_head.remove(0, qMin<qint64>(offset - m_next, m_head.size()));
    m_next = offset;
    while (!m_open.empty() && m_next >= m_open.back().end)
        m_open.pop_back();
}

void BoxWatch::handleRow()
{
    m_budget.seePerChunk(number(4));
    skipTo(--m_rows == 0 ? m_rowsEnd : m_next + rowBytes);
}

void BoxWatch::handle()
{
    const Head box = head();
    const qint64 parentEnd = m_open.empty() ? endless : m_open.back().end;
    if (!m_open.empty() && box.type == "hdlr"_box)
        m_open.back().isLoose = false; // from it on a meta is like others
    const bool isLoose = !m_open.empty() && m_open.back().isLoose;
    if (isLoose && (interest(box.type) < 0 || (box.size != 0 && box.size < box.length))) {
        skipTo(m_next + 1);
        return;
    }
    if (box.size != 0 && box.size < box.length) { // libavformat gives up what it is in
        if (m_open.empty())
            restart(-1);
        else
            skipTo(parentEnd);
        return;
    }
    const qint64 end = box.size == 0 || box.size > parentEnd - m_next ? parentEnd : m_next + box.size;
    enter(box, end);
}

void BoxWatch::enter(const Head& box, qint64 end)
{
    const qsizetype body = box.length;
    const auto descend = [&](bool loose) {
        const bool isTooDeep = m_open.size() >= deepest;
        if (!isTooDeep)
            m_open.push_back({ .end = end, .isLoose = loose });
        skipTo(isTooDeep ? end : m_next + box.length);
    };
    switch (box.type) {
    case "moov"_box:
        m_budget.beginMovie();
        return descend(false);
    case "trak"_box:
        m_budget.beginTrack();
        return descend(false);
    case "moof"_box:
        m_budget.addFragment();
        return descend(false);
    case "free"_box:
    case "hoov"_box:
        if (end - m_next >= body + 8 && (number(body + 4) == "mvhd"_box || number(body + 4) == "cmov"_box)) {
            m_budget.beginMovie();
            return descend(false);
        }
        break;
    case "cmov"_box:
        m_budget.seeCompressed();
        break;
    case "trun"_box:
        m_budget.addRun(number(body + 4));
        break;
    case "stsz"_box:
    case "stz2"_box:
        m_budget.addSizes(number(body + 8));
        break;
    case "stco"_box:
    case "co64"_box:
        m_budget.addChunks(number(body + 4));
        break;
    case "stsc"_box: {
        const qint64 rows = number(body + 4);
        if (rows * rowBytes > end - m_next - body - 8) { // more than it has: the rest could say anything
            m_budget.seePerChunk(std::numeric_limits<quint32>::max());
        } else if (rows > 0) {
            m_rows = rows;
            m_rowsEnd = end;
            return skipTo(m_next + body + 8);
        }
        break;
    }
    case "sidx"_box:
        m_budget.addReferences(static_cast<int>(number(body + (m_head.at(body) == 0 ? 20 : 28)) & 0xffff));
        break;
    case "stsd"_box:
    case "meta"_box:
        return descend(true);
    default:
        if (interest(box.type) == 0)
            return descend(false);
    }
    skipTo(end);
}

} // namespace proofreel
