# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# The media of each asset of catalog.json. Defects are planted on purpose; catalog.json names each under "planted".

asset() { # FOLDER SECONDS HERTZ [AUDIO-FILTER]
    mkdir -p "$1"
    echo "  $1"
    tone "$1/audio.m4a" "$2" "$3" "${4:-anull}"
}

make_assets() {
    s=$(scene city 14,22,48 190,92,52 255,190,90 16,20,34 10,11,16)
    asset city-night-drive 20 220
    ladder city-night-drive 25 20 "$s" fd:sdr ld:sdr sd:sdr hd:dense 2k:sdr 4k:sdr sd-nb1:small
    hls city-night-drive sd sd-hls
    hls city-night-drive hd hd-hls
    proprietary city-night-drive ld ld-ali
    hls city-night-drive sd sd-aes proofreel-key-01
    ln -s 4k.mp4 city-night-drive/od.mp4
    mp3 city-night-drive sq 64k
    mp3 city-night-drive hq 128k

    s=$(scene sea 236,176,110 250,214,160 255,240,190 52,104,138 40,44,60)
    asset harbour-at-dawn 8 247
    ladder harbour-at-dawn 25 8 "$s" ld:sdr sd:sdr hd:sdr 2k:sdr hd-hdr10:hdr10 2k-hdr10:hdr10
    hls harbour-at-dawn hd hd-hls

    s=$(scene studio 96,76,104 182,140,154 255,214,190 214,160,130 58,44,72)
    asset studio-interview 10 262
    ladder studio-interview 25 10 "$s" fd:sdr ld:sdr sd:sdr hd:sdr sd-nb1:small hd-nb2:small
    hls studio-interview hd hd-hls

    s=$(scene hills 96,146,196 226,236,244 255,255,240 128,156,186 236,242,248)
    asset alpine-time-lapse 8 294
    ladder alpine-time-lapse 25 8 "$s" fd:sdr ld:sdr sd:sdr hd:sdr 2k:sdr 4k:sdr
    hls alpine-time-lapse sd sd-hls
    ln -s 4k.mp4 alpine-time-lapse/od.mp4

    s=$(scene field 120,170,120 190,220,170 255,255,255 58,140,66 255,255,255)
    asset football-second-half 8 330
    ladder football-second-half 50 8 "$s" ld:sdr sd:sdr hd:sdr 2k:sdr
    hls football-second-half hd hd-hls

    asset podcast-112 20 196
    mp3 podcast-112 sq 64k
    mp3 podcast-112 hq 128k

    s=$(scene ribbon 112,40,84 232,150,184 255,210,230 255,120,170 120,60,160)
    asset portrait-dance 8 349
    ladder portrait-dance 25 8 "$s" ld:portrait sd:portrait hd:portrait
    hls portrait-dance sd sd-hls

    s=$(scene burst 20,12,56 52,24,66 255,170,80 120,200,255 255,90,150)
    asset hdr-fireworks 8 392
    ladder hdr-fireworks 25 8 "$s" sd:sdr hd:sdr hd-hlg:hlg 2k-hlg:hlg hd-hdr10:hdr10

    s=$(scene studio 58,88,96 168,196,204 235,250,255 190,150,120 36,66,78)
    asset encrypted-lecture 10 440
    ladder encrypted-lecture 25 10 "$s" ld:sdr sd:sdr hd:sdr
    proprietary encrypted-lecture sd sd-ali
    hls encrypted-lecture ld ld-aes proofreel-key-02
    hls encrypted-lecture hd hd-aes proofreel-key-02
    hls encrypted-lecture sd sd-aes proofreel-key-02

    s=$(scene hills 176,212,190 240,244,220 255,250,200 96,150,104 44,104,64)
    asset tea-hills 8 494
    ladder tea-hills 25 8 "$s" fd:sdr ld:sdr sd:sdr hd:sdr
    hls tea-hills sd sd-hls

    s=$(scene ribbon 30,34,44 44,66,96 90,140,210 200,90,160 90,200,190)
    asset sample 9 523
    ladder sample 25 9 "$s" sd:sdr

    still tea-festival-poster 1125x1600 "$(scene hills 206,226,200 250,246,226 255,252,214 120,170,120 52,116,72)"
    still harbour-still 1600x900 "$(scene sea 96,130,170 200,214,226 255,246,220 40,86,120 28,34,44)"
    mkdir -p city-night-subtitles
    printf '1\n00:00:01,000 --> 00:00:04,000\nThe ring road at dusk.\n\n2\n00:00:06,500 --> 00:00:09,000\n环路，傍晚。\n' >city-night-subtitles/en.srt

    # With planted defects from here on.
    s=$(scene ribbon 40,44,58 20,120,140 90,230,220 240,170,70 30,60,120)
    asset product-launch 8 587
    ladder product-launch 25 8 "$s" ld:sdr sd:sdr hd:sdr
    hls product-launch sd sd-hls

    s=$(scene city 60,70,90 130,140,150 255,230,180 48,54,66 24,26,30)
    asset metro-rush-hour 10 659
    ladder metro-rush-hour 25 10 "$s" ld:gop37 sd:sdr hd:sdr
    # shellcheck disable=SC2046 # options are words
    ff -i metro-rush-hour/hd.mp4 -t 9.52 $(x264 veryfast 24 50) -c:a copy -movflags +faststart -fflags +bitexact -flags:v +bitexact metro-rush-hour/short.mp4
    mv metro-rush-hour/short.mp4 metro-rush-hour/hd.mp4
    ff -i metro-rush-hour/sd.mp4 -c copy -an -movflags +faststart -fflags +bitexact metro-rush-hour/mute.mp4
    mv metro-rush-hour/mute.mp4 metro-rush-hour/sd.mp4

    s=$(scene sea 70,84,100 120,132,144 190,200,210 66,78,92 30,34,42)
    asset rainy-street-walk 10 698 "volume=0:enable='between(t,6,8.5)'"
    ladder rainy-street-walk 25 10 "$s" ld:sdr sd:sdr "hd:sdr:drawbox=c=black:t=fill:enable='between(t,3,4.96)'"

    s=$(scene burst 40,10,20 90,20,40 255,120,60 255,220,120 255,60,120)
    asset concert-encore 8 740 "volume=26dB"
    ladder concert-encore 25 8 "$s" ld:sdr sd:sdr hd:sdr
    hls concert-encore sd sd-hls
    sed -i '0,/^#EXTINF:2.000000,/s//#EXTINF:3.000000,/' concert-encore/sd-hls/index.m3u8

    s=$(scene hills 250,190,110 255,226,170 255,250,220 206,130,70 150,84,44)
    asset desert-road 8 784
    ladder desert-road 25 8 "$s" sd:sdr hd:sdr hd-hdr10:hdr10

    find . -name audio.m4a -delete -o -name picture.png -delete
}
