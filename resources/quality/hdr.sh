# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Every kind of HDR, each as mp4, and in HLS as transport stream and as fragmented MP4. The metadata that no encoder at
# hand writes are added by add_hdr ($ADD_HDR).

# ipt FILE WxH: the base of Dolby Vision 5, in colours that only Dolby Vision knows.
ipt() {
    video "$1" "$(picture "$2"),lutyuv=y='(val-16)*0.7+16',format=yuv420p10le" -c:v libx265 -preset ultrafast -crf 34 \
        -tag:v hvc1 -color_range pc \
        -x265-params "log-level=error:keyint=50:min-keyint=50:scenecut=0:bframes=0:repeat-headers=1:range=full"
}

# hdr_kind FOLDER KIND FROM: parts/FROM-fd and -ld with the metadata of KIND (add_hdr's).
hdr_kind() {
    mkdir "$1"
    for name in fd ld; do
        "$ADD_HDR" "$2" "parts/$3-$name.mp4" "parts/$1-$name.mp4"
        mux "$1/$name.mp4" "parts/$1-$name.mp4" parts/tone.m4a -tag:v hvc1 -strict unofficial
    done
}

make_hdr() {
    for one in fd:640x360 ld:854x480; do
        ipt "parts/ipt-${one%:*}.mp4" "${one#*:}"
    done
    hdr_kind plus hdr10plus pq
    hdr_kind vivid vivid pq
    hdr_kind dv81 dv8.1 pq
    hdr_kind dv84 dv8.4 hlg
    hdr_kind dv5 dv5 ipt
    for kind in hdr hlg plus vivid dv81 dv84 dv5; do
        hls $kind/fd-hls $kind/fd
        fragmented_hls $kind/ld-fmp4 $kind/ld
    done
}

make_hdr_defects() {
    "$ADD_HDR" dv-box parts/pq-fd.mp4 parts/dv-box.mp4
    mux d/dv-box.mp4 parts/dv-box.mp4 parts/tone.m4a -tag:v hvc1 -strict unofficial
    cp hlg/fd.mp4 d/box-depth.mp4
    # ISO/IEC 14496-15 8.3.3.1: bit_depth_luma_minus8 and that of chroma, behind six reserved bits each.
    poke d/box-depth.mp4 $(($(place d/box-depth.mp4 hvcC) + 21)) f8 f8
    hls d/pq-bare-hls d/pq-bare
    fragmented_hls d/pq-bare-fmp4 d/pq-bare
}
