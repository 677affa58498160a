# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Encoders of the media for quality checks. As little is encoded as can be: most files are copies of a few, changed in
# their packets or bytes. 4.8 seconds hold a whole number of video frames (25 fps) and of AAC frames (48 kHz) alike.

exact="-movflags +faststart -fflags +bitexact -flags:v +bitexact -flags:a +bitexact"

# tone FILE [FILTER] [RATE] [CHANNELS] [SECONDS]: a sine that measures -23 LUFS in stereo, as AAC.
tone() {
    ff -f lavfi -i "sine=frequency=997:sample_rate=${3:-48000}:duration=${5:-4.8},volume=-4.75dB,pan=stereo|c0=c0|c1=c0" \
        -af "${2:-anull}" -ac "${4:-2}" -c:a aac -b:a 96k -fflags +bitexact -flags:a +bitexact "$1"
}

# picture WxH [RATE] [SECONDS]: moves everywhere, is never black.
picture() { echo "testsrc2=size=$1:rate=${2:-25}:duration=${3:-4.8},scroll=horizontal=0.004,format=yuv420p"; }

x264() { # CRF GOP
    echo "-c:v libx264 -preset ultrafast -crf $1 -g $2 -keyint_min $2 -sc_threshold 0 -color_primaries bt709 -color_trc bt709" \
        "-colorspace bt709 -color_range tv"
}

# video FILE PICTURE OPTIONS...: without sound.
video() {
    file=$1 from=$2
    shift 2
    # shellcheck disable=SC2086 # options are words
    ff -f lavfi -i "$from" "$@" $exact "$file"
}

# hdr FILE WxH TRANSFER [light]: HEVC with 10 bits; with the mastering display and light level of HDR10.
hdr() {
    light=""
    [ -z "${4:-}" ] || light=":hdr10=1:master-display=G(13250,34500)B(7500,3000)R(34000,16000)WP(15635,16450)L(10000000,50):max-cll=1000,400"
    video "$1" "$(picture "$2"),lutyuv=y='(val-16)*0.7+16',format=yuv420p10le" -c:v libx265 -preset ultrafast -crf 34 -tag:v hvc1 \
        -color_primaries bt2020 -color_trc "$3" -colorspace bt2020nc -color_range tv \
        -x265-params "log-level=error:keyint=50:min-keyint=50:scenecut=0:bframes=0:repeat-headers=1:colorprim=bt2020:transfer=$3:colormatrix=bt2020nc$light"
}

# mux FILE VIDEO AUDIO [OPTIONS...]: copies both into one file. "-" for a stream that it does not get.
mux() {
    file=$1 picture=$2 sound=$3
    shift 3
    if [ "$sound" = - ]; then
        set -- -i "$picture" -map 0:v "$@"
    elif [ "$picture" = - ]; then
        set -- -i "$sound" -map 0:a "$@"
    else
        set -- -i "$picture" -i "$sound" -map 0:v -map 1:a "$@"
    fi
    # shellcheck disable=SC2086
    ff "$@" -c copy $exact "$file"
}

# hls FOLDER FROM [OPTIONS...]: FROM.mp4 as FOLDER/index.m3u8 in segments of two seconds.
hls() {
    folder=$1 from=$2
    shift 2
    mkdir -p "$folder"
    ff -i "$from.mp4" -c copy -f hls -hls_time 2 -hls_playlist_type vod "$@" \
        -hls_segment_filename "$folder/seg_%03d.ts" -fflags +bitexact "$folder/index.m3u8"
    echo "$from.mp4" >"$folder/made_of"
}

# fragmented_hls FOLDER FROM: the same as fragmented MP4.
fragmented_hls() {
    mkdir -p "$1"
    ff -i "$2.mp4" -c copy -strict unofficial -tag:v hvc1 -f hls -hls_time 2 -hls_playlist_type vod -hls_segment_type fmp4 \
        -hls_fmp4_init_filename init.m4s -hls_segment_filename "$1/seg_%03d.m4s" -fflags +bitexact "$1/index.m3u8"
    echo "$2.mp4" >"$1/made_of"
}

# aes FOLDER FROM: the same, AES-128 with the key hls.key of the folder above.
aes() {
    key=$(dirname "$1")/hls.key
    printf 'proofreel-key-03' >"$key"
    printf 'hls.key\n%s\n' "$key" >keyinfo
    hls "$1" "$2" -hls_key_info_file keyinfo
    rm keyinfo
}

# rates PLAYLIST: "PEAK AVERAGE" of its segments in bit/s, as a master playlist has them.
rates() {
    folder=$(dirname "$1")
    while read -r line; do
        case $line in
        '#EXTINF:'*) length=${line#*:} length=${length%,*} ;;
        '#'*) ;;
        *) echo "$(wc -c <"$folder/$line") $length" ;;
        esac
    done <"$1" | awk '{ size += $1; time += $2; rate = $1 * 8 / $2; if (rate > peak) peak = rate }
        END { printf "%d %d\n", peak + 1, size * 8 / time + 1 }'
}

# avc FILE.mp4: its picture in the words of RFC 6381.
avc() {
    at=$(grep -abo avcC "$1" | head -1 | cut -d: -f1)
    printf 'avc1.%s' "$(dd if="$1" bs=1 skip=$((at + 5)) count=3 2>/dev/null | od -An -tx1 | tr -d ' \n' | tr a-f A-F)"
}

# master FOLDER NAME=FROM:WxH...: FROM.mp4 as FOLDER/NAME/index.m3u8, and a master playlist that tells the truth.
master() {
    folder=$1
    shift
    mkdir -p "$folder"
    printf '#EXTM3U\n#EXT-X-VERSION:3\n' >"$folder/index.m3u8"
    for variant in "$@"; do
        name=${variant%%=*} from=${variant#*=}
        size=${from##*:} from=${from%:*}
        (hls "$folder/$name" "$from")
        both=$(rates "$folder/$name/index.m3u8")
        printf '#EXT-X-STREAM-INF:BANDWIDTH=%d,AVERAGE-BANDWIDTH=%d,RESOLUTION=%s,FRAME-RATE=25.000,CODECS="%s,mp4a.40.2"\n%s/index.m3u8\n' \
            "${both% *}" "${both#* }" "$size" "$(avc "$from.mp4")" "$name" >>"$folder/index.m3u8"
    done
    echo "$from.mp4" >"$folder/made_of"
}
