# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# HLS with a planted defect: mostly copies of good ones with a line changed.

# changed_hls NAME SED-SCRIPT: base/ld-hls with an edited playlist.
changed_hls() {
    cp -R base/ld-hls "d/$1"
    sed -i "$2" "d/$1/index.m3u8"
}

# changed_master NAME SED-SCRIPT: base/auto with an edited master playlist.
changed_master() {
    cp -R base/auto "d/$1"
    sed -i "$2" "d/$1/index.m3u8"
}

make_hls_defects() {
    changed_hls hls-extinf '0,/^#EXTINF:2.000000/s//#EXTINF:2.400000/'
    changed_hls hls-target 's/TARGETDURATION:2/TARGETDURATION:1/'
    changed_hls hls-endless '/ENDLIST/d; /PLAYLIST-TYPE/d'
    changed_hls hls-missing ''
    rm d/hls-missing/seg_001.ts
    changed_hls hls-garbage ''
    # The same every time, and nothing that is MPEG.
    awk 'BEGIN { srand(4); for (i = 0; i < 20000; ++i) printf "%c", 33 + int(rand() * 90) }' >d/hls-garbage/seg_001.ts
    changed_hls hls-jump ''
    ff -i base/ld-hls/seg_001.ts -c copy -copyts -output_ts_offset 30 -muxdelay 0 -f mpegts d/hls-jump/seg_001.ts
    hls d/hls-no-key base/ld -hls_time 1.2 -hls_flags split_by_time
    changed_master bandwidth 's/BANDWIDTH=[0-9]*,AVERAGE-BANDWIDTH=[0-9]*/BANDWIDTH=90000,AVERAGE-BANDWIDTH=80000/'
    changed_master resolution 's/RESOLUTION=1280x720/RESOLUTION=1920x1080/'
    changed_master codecs 's/avc1[^,"]*/hvc1.1.6.L93.B0/'
    changed_hls refused-file 's/^seg_001.ts/file:\/\/\/etc\/hostname/'
    changed_hls refused-private 's/^seg_001.ts/http:\/\/169.254.169.254\/latest\/seg_001.ts/'
    changed_hls sound ''
    for name in aes-denied aes-hanging; do
        mkdir "d/$name"
        cp -R base/ld-aes "d/$name/hls"
        cp base/hls.key "d/$name/"
    done
}

# What is no medium at all, or only in part.
make_broken() {
    mkdir b
    head -c 60000 d/slow-start.mp4 >b/cut.mp4
    : >b/empty.mp4
    page='<!DOCTYPE html><html><head><title>Sign in</title></head><body>Please sign in to the network.</body></html>'
    echo "$page" >b/page.mp4
    # After "ftyp" a box that claims to have 2^62 bytes.
    head -c 32 base/ld.mp4 >b/huge-box.mp4
    # shellcheck disable=SC2046 # bytes are words
    poke b/huge-box.mp4 32 00 00 00 01 6d 6f 6f 76 40 00 00 00 00 00 00 00 $(printf '00 %.0s' 1 2 3 4 5 6 7 8)
    # A whole header, and media that end in the middle.
    head -c 300000 base/sd.mp4 >b/torn.mp4
    for name in page empty self nested bomb; do mkdir b/$name; done
    echo "$page" >b/page/index.m3u8
    : >b/empty/index.m3u8
    printf '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=500000\nindex.m3u8\n' >b/self/index.m3u8
    printf '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=500000\ninner/index.m3u8\n' >b/nested/index.m3u8
    mkdir -p b/nested/inner/inner
    cp b/nested/index.m3u8 b/nested/inner/
    cp base/auto/index.m3u8 b/nested/inner/inner/
    # Its hundred thousand lines are made by the server.
    printf '#EXTM3U\n' >b/bomb/index.m3u8
    cp base/ld-hls/seg_000.ts b/bomb/
}
