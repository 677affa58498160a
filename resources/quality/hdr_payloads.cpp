// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hdr_payloads.h"

#include <array>
#include <bit>
#include <cmath>

namespace proofreel::media {

namespace {

class BitWriter {
public:
    BitWriter& u(int bits, uint64_t value)
    {
        while (bits-- > 0) {
            if (m_free == 0) {
                bytes.push_back(0);
                m_free = 8;
            }
            bytes.back() |= static_cast<uint8_t>(((value >> bits) & 1) << --m_free);
        }
        return *this;
    }
    BitWriter& s(int bits, int value) { return u(bits, static_cast<uint64_t>(static_cast<int64_t>(value))); }
    BitWriter& ue(uint32_t value)
    {
        const int length = std::bit_width(value + 1);
        return u(length - 1, 0).u(length, value + 1);
    }
    BitWriter& se(int value) { return ue(static_cast<uint32_t>(value > 0 ? 2 * value - 1 : -2 * value)); }
    void align() { m_free = 0; }

    Bytes bytes;

private:
    int m_free = 0; // bits of the last byte
};

// H.265 7.4.2: three bytes that could be read as a start code are parted.
Bytes nalUnit(uint8_t type, const Bytes& payload)
{
    Bytes unit { static_cast<uint8_t>(type << 1), 1 };
    int zeros = 0;
    for (const uint8_t byte : payload) {
        if (zeros >= 2 && byte <= 3) {
            unit.push_back(3);
            zeros = 0;
        }
        unit.push_back(byte);
        zeros = byte == 0 ? zeros + 1 : 0;
    }
    return unit;
}

Bytes registeredSei(const Bytes& message)
{
    constexpr uint8_t prefixSei = 39, registeredUserData = 4, stop = 0x80;
    Bytes payload { registeredUserData, static_cast<uint8_t>(message.size()) }; // all of ours have less than 255
    payload.insert(payload.end(), message.begin(), message.end());
    payload.push_back(stop);
    return nalUnit(prefixSei, payload);
}

uint64_t pq(double value) // 0 to 1, in 12 bits
{
    return static_cast<uint64_t>(std::lround(value * 4095));
}

// CRC-32 of MPEG-2.
uint32_t crcOf(const Bytes& bytes)
{
    uint32_t crc = 0xffffffff;
    for (const uint8_t byte : bytes) {
        crc ^= uint32_t(byte) << 24;
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 0x80000000 ? crc << 1 ^ 0x04c11db7 : crc << 1;
    }
    return crc;
}

void rpuHeader(BitWriter& out, bool iptpq)
{
    constexpr int denominator = 23, bits = 10;
    out.u(6, 2).u(11, 18).u(4, iptpq ? 0 : 1).u(4, 0); // rpu_type, rpu_format, vdr_rpu_profile, vdr_rpu_level
    out.u(1, 1).u(1, 0).u(2, 0).ue(denominator).u(2, 1).u(1, iptpq ? 1 : 0); // … bl_video_full_range_flag
    out.ue(bits - 8).ue(bits - 8).ue(12 - 8); // depth of base, enhancement and whole
    out.u(1, 0).u(3, 0).u(1, 0).u(1, 1); // … disable_residual_flag: there is no enhancement layer
    out.u(1, 1).u(1, 0); // vdr_dm_metadata_present_flag, use_prev_vdr_rpu_flag
    out.ue(0).ue(0).ue(0); // vdr_rpu_id, mapping_color_space, mapping_chroma_format_idc
    for (int component = 0; component < 3; ++component)
        out.ue(0).u(bits, 0).u(bits, (1 << bits) - 1); // one piece, from end to end
    out.ue(0).ue(0); // partitions
    for (int component = 0; component < 3; ++component) {
        out.ue(0).ue(0).u(1, 0); // polynomial of the first order
        out.se(0).u(denominator, 0); // 0 …
        out.se(1).u(denominator, 0); // … + 1 · x
    }
}

void rpuColours(BitWriter& out, bool iptpq, double pqMax)
{
    // BT.2020 in 12 bits of limited range by 2^13, and the crosstalk of LMS by 2^14; ICtCp's relative for profile 5.
    constexpr std::array base { 9574, 0, 13802, 9574, -1540, -5348, 9574, 17610, 0 };
    constexpr std::array baseLms { 7222, 8771, 390, 2654, 12430, 1300, 0, 422, 15962 };
    constexpr std::array ipt { 8192, 799, 1681, 8192, -933, 1091, 8192, 267, -5545 };
    constexpr std::array iptLms { 17081, -349, -349, -349, 17081, -349, -349, -349, 17081 };
    out.ue(0).ue(0).ue(1); // affected and current dm_metadata_id, scene_refresh_flag
    for (const int coefficient : iptpq ? ipt : base)
        out.s(16, coefficient);
    out.u(32, iptpq ? 0 : 1 << 24).u(32, 1 << 27).u(32, 1 << 27);
    for (const int coefficient : iptpq ? iptLms : baseLms)
        out.s(16, coefficient);
    out.u(16, 65535).u(16, 0).u(16, 0).u(32, 0).u(5, 12); // signal_eotf: PQ …, signal_bit_depth
    out.u(2, iptpq ? 2 : 0).u(2, 0).u(2, 1).u(12, 62).u(12, 3079).u(10, 42); // … screen: 0.005 to 1000 cd/m², 42"
    out.ue(1).align();
    out.ue(5).u(8, 1).u(12, 0).u(12, pq(pqMax)).u(12, pq(pqMax / 2)); // level 1: least, most, mean
    out.u(4, 0).align();
}

} // namespace

Bytes hdr10Plus(int luminance)
{
    BitWriter out;
    out.u(8, 0xb5).u(16, 0x003c).u(16, 1).u(8, 4).u(8, 1); // country, provider, its code, application 4, version 1
    out.u(2, 1).u(27, 400).u(1, 0); // one window, for a screen of 400 cd/m²
    const auto tenths = static_cast<uint64_t>(luminance) * 10;
    out.u(17, tenths).u(17, tenths).u(17, tenths).u(17, tenths / 4); // maxscl of red, green, blue; average_maxrgb
    constexpr std::array percents { 1, 5, 10, 25, 50, 75, 90, 95, 99 };
    out.u(4, percents.size());
    for (const int percent : percents)
        out.u(7, static_cast<uint64_t>(percent)).u(17, tenths * static_cast<uint64_t>(percent) / 100);
    out.u(10, 0).u(1, 0); // fraction_bright_pixels, mastering_display_actual_peak_luminance_flag
    out.u(1, 1).u(12, 1000).u(12, 1200).u(4, 3).u(10, 300).u(10, 600).u(10, 850); // a knee and a Bézier curve
    out.u(1, 0); // color_saturation_mapping_flag
    return registeredSei(out.bytes);
}

Bytes hdrVivid(double pqMax)
{
    BitWriter out;
    out.u(8, 0x26).u(16, 4).u(16, 5).u(8, 1); // country, provider, its code, system_start_code
    out.u(12, 0).u(12, pq(pqMax / 2)).u(12, pq(pqMax / 4)).u(12, pq(pqMax)); // maxrgb: least, mean, variance, most
    out.u(1, 1).u(1, 0).u(12, 2770); // one curve, for a screen of 500 cd/m²
    out.u(1, 1).u(14, 6000).u(6, 20).u(10, 900).u(10, 0).u(6, 10).u(2, 1).u(2, 1).u(4, 1).u(3, 0).u(7, 0);
    out.u(1, 0).u(1, 0); // no spline, no change of saturation
    return registeredSei(out.bytes);
}

Bytes dolbyVisionRpu(int profile, double pqMax)
{
    constexpr uint8_t rpuUnit = 62, prefix = 0x19, end = 0x80;
    BitWriter out;
    rpuHeader(out, profile == 5);
    rpuColours(out, profile == 5, pqMax);
    out.u(32, crcOf(out.bytes));
    Bytes payload { prefix };
    payload.insert(payload.end(), out.bytes.begin(), out.bytes.end());
    payload.push_back(end);
    return nalUnit(rpuUnit, payload);
}

} // namespace proofreel::media
