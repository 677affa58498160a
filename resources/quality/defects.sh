# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# One planted defect a file; defects.json names it. Each replaces base/ld.mp4, or stands beside it as the SD.

ld=parts/ld.mp4 sd=parts/sd.mp4 tone=parts/tone.m4a

# changed NAME PICTURE-FILTER [GOP]: LD with another picture.
changed() {
    # shellcheck disable=SC2046 # options are words
    video "parts/$1.mp4" "$(picture 854x480),$2" $(x264 37 "${3:-50}")
    mux "d/$1.mp4" "parts/$1.mp4" "$tone"
}

# sounding NAME FILTER [RATE] [CHANNELS]: LD with another sound.
sounding() {
    tone "parts/$1.m4a" "$2" "${3:-48000}" "${4:-2}"
    mux "d/$1.mp4" "$ld" "parts/$1.m4a"
}

container_defects() {
    ff -i base/ld.mp4 -c copy -fflags +bitexact d/slow-start.mp4
    ff -i base/ld.mp4 -c copy -fflags +bitexact -f mpegts d/mpegts.mp4
    mux d/sound-only.mp4 - $tone
    mux d/uneven.mp4 $ld $tone -bsf:v "setts=pts='PTS+384*eq(mod(N,4),1)':dts='DTS+384*eq(mod(N,4),1)'"
    cp base/ld.mp4 d/turned.mp4
    # The matrix of the first track: (0 1 -1 0), by 90 degrees.
    poke d/turned.mp4 $(($(place d/turned.mp4 tkhd) + 44)) 00 00 00 00 00 01 00 00 00 00 00 00 ff ff 00 00 00 00 00 00
    mux d/wide-pixels.mp4 $ld $tone -bsf:v h264_metadata=sample_aspect_ratio=4/3
    poke d/wide-pixels.mp4 $(($(place d/wide-pixels.mp4 pasp) + 4)) 00 00 00 04 00 00 00 03
    mux d/late.mp4 $ld $tone -output_ts_offset 0.8
    # shellcheck disable=SC2046
    video parts/chroma.mp4 "$(picture 854x480),format=yuv444p" $(x264 37 50)
    mux d/chroma.mp4 parts/chroma.mp4 $tone
    hdr parts/pq-bare.mp4 640x360 smpte2084
    mux d/pq-bare.mp4 parts/pq-bare.mp4 $tone -tag:v hvc1
}

# Headers of the box that say otherwise than the stream within.
decoded_defects() {
    cp base/ld.mp4 d/box-size.mp4
    poke d/box-size.mp4 $(($(place d/box-size.mp4 avc1 2) + 28)) 05 00 02 d0
    cp hlg/ld.mp4 d/box-colour.mp4
    poke d/box-colour.mp4 $(($(place d/box-colour.mp4 nclx) + 4)) 00 01 00 01 00 01
    cp base/ld.mp4 d/box-mono.mp4
    poke d/box-mono.mp4 $(($(place d/box-mono.mp4 esds) + 40)) 88

    # The last frame before a key frame is missed by nobody.
    mux d/lost-frames.mp4 $ld $tone
    turn_to_filler d/lost-frames.mp4 44 49
    mux d/lost-end.mp4 $ld $tone
    turn_to_filler d/lost-end.mp4 100 119
    mux d/errors.mp4 $ld $tone
    for packet in $(packets d/errors.mp4 60 63); do
        poke d/errors.mp4 $((packet + 600)) ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff 00 ff ff ff ff ff ff ff ff ff ff ff
    done
}

ladder_defects() {
    # Cut at a key frame, so that nothing else is changed.
    mux d/short.mp4 $sd $tone -t 4
    # shellcheck disable=SC2046
    video parts/shape.mp4 "$(picture 960x720)" $(x264 37 50)
    mux d/shape.mp4 parts/shape.mp4 $tone
    # shellcheck disable=SC2046
    video parts/rate.mp4 "$(picture 1280x720 30)" $(x264 37 60)
    mux d/rate.mp4 parts/rate.mp4 $tone
    # shellcheck disable=SC2046
    video parts/dense.mp4 "$(picture 854x480)" $(x264 24 50)
    mux d/dense.mp4 parts/dense.mp4 $tone
    # shellcheck disable=SC2046
    video parts/gop37.mp4 "$(picture 854x480)" $(x264 37 37)
    mux d/gop37.mp4 parts/gop37.mp4 $tone
    # shellcheck disable=SC2046
    video parts/gop-long.mp4 "$(picture 640x360 25 12)" $(x264 40 300)
    tone parts/long.m4a anull 48000 2 12
    mux d/gop-long.mp4 parts/gop-long.mp4 parts/long.m4a
    sounding mono anull 44100 1
    mux d/mute.mp4 $ld -
    sounding soft volume=-6dB
    mux d/shifted.mp4 $sd $tone -output_ts_offset 0.5
    ff -i $sd -itsoffset 0.4 -i $tone -map 0:v -map 1:a -c copy -movflags +faststart -fflags +bitexact d/sound-late.mp4
    mux d/colour.mp4 $sd $tone -bsf:v h264_metadata=colour_primaries=6:transfer_characteristics=6:matrix_coefficients=6
    poke d/colour.mp4 $(($(place d/colour.mp4 nclx) + 4)) 00 06 00 06 00 06
}

signal_defects() {
    changed black "drawbox=color=black:t=fill:enable='between(t,1,2.5)'"
    # A key frame would be seen as a change.
    changed freeze "loop=loop=60:size=1:start=26,setpts=N/25/TB,trim=end=4.8" 120
    sounding silence "volume=0:enable='between(t,1,3.6)'"
    # Ten bursts of 12 ms, far over full scale.
    sounding clipping "volume=24dB:eval=frame:enable='lt(mod(t,0.5),0.012)',alimiter=limit=1:level=0:attack=0.1:release=1"
    sounding loud volume=9dB
    # At a quarter of the sampling rate no sample is where the peak is.
    sounding peak "aeval='val(0)+1.2*sin(2*PI*12000*t+PI/4)*between(t,2,2.02)':c=same"
    # Made of 50 pictures a second, upper field first; the header says the lower.
    # shellcheck disable=SC2046
    video parts/fields.mp4 "$(picture 854x480 50),tinterlace=mode=interleave_top,setfield=bff" $(x264 30 50) -flags +ilme+ildct -x264-params bff=1
    mux d/fields.mp4 parts/fields.mp4 $tone
    changed washed "eq=contrast=0.6:brightness=0.2"
}

make_defects() {
    mkdir d
    container_defects
    decoded_defects
    ladder_defects
    signal_defects
}
