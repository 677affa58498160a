# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Ladders without any fault: clean.json says what they are. The defects are made of the same parts.

make_parts() {
    mkdir parts
    tone parts/tone.m4a
    # shellcheck disable=SC2046 # options are words
    ff -filter_complex "$(picture 1280x720),split=3[a][b][c];[a]scale=854:480:flags=fast_bilinear,setsar=1[ld];[c]scale=640:360:flags=fast_bilinear,setsar=1[fd]" \
        -map '[ld]' $(x264 37 50) parts/ld.mp4 -map '[b]' $(x264 37 50) parts/sd.mp4 -map '[fd]' $(x264 37 50) parts/fd.mp4
    # shellcheck disable=SC2046
    video parts/nb.mp4 "$(picture 1280x720)" $(x264 43 50)
    for one in fd:640x360 ld:854x480; do
        hdr "parts/pq-${one%:*}.mp4" "${one#*:}" smpte2084 light
        hdr "parts/hlg-${one%:*}.mp4" "${one#*:}" arib-std-b67
    done
}

make_clean() {
    mkdir base hdr hlg portrait sound
    for name in fd ld sd nb; do
        mux base/$name.mp4 parts/$name.mp4 parts/tone.m4a
    done
    hls base/ld-hls base/ld
    hls base/sd-hls base/sd
    aes base/ld-aes base/ld
    aes base/sd-aes base/sd
    master base/auto ld=base/ld:854x480 sd=base/sd:1280x720

    for name in fd ld; do
        mux hdr/$name.mp4 parts/pq-$name.mp4 parts/tone.m4a -tag:v hvc1
        mux hlg/$name.mp4 parts/hlg-$name.mp4 parts/tone.m4a -tag:v hvc1
    done

    # shellcheck disable=SC2046
    ff -filter_complex "$(picture 720x1280),split[b],scale=480:854:flags=fast_bilinear,setsar=1[a]" \
        -map '[a]' $(x264 37 50) parts/upright-ld.mp4 -map '[b]' $(x264 37 50) parts/upright-sd.mp4
    for name in ld sd; do
        mux portrait/$name.mp4 parts/upright-$name.mp4 parts/tone.m4a
    done
    hls portrait/ld-hls portrait/ld

    for one in sq:64k hq:128k; do
        ff -i parts/tone.m4a -c:a libmp3lame -b:a "${one#*:}" -fflags +bitexact "sound/${one%:*}.mp3"
    done
}
