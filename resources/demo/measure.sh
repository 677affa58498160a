# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# What the files really are, in the words of GetPlayInfo: {"folder/file": {"Size": …, "Duration": "…", …}, …}

probe() { ffprobe -v error -select_streams "$2" -show_entries "$3" -of default=noprint_wrappers=1:nokey=1 "$1" | head -1; }

# measure FILE FROM: one entry; streams are read from FROM, which is FILE itself except for playlists.
measure() {
    size=$(wc -c <"$1")
    seconds=$(probe "$2" v format=duration)
    case $1 in
    *.m3u8)
        size=$(cat "$(dirname "$1")"/*.ts | wc -c)
        seconds=$(awk -F'[:,]' '/^#EXTINF/ { s += $2 } END { printf "%.6f", s }' "$1")
        ;;
    esac
    printf '"%s": {"Size": %d, "Duration": "%s", "Bitrate": "%s"' "${1#./}" "$size" \
        "$(awk "BEGIN { printf \"%.4f\", $seconds }")" "$(awk "BEGIN { printf \"%.0f\", $size * 8 / $seconds / 1000 }")"
    video=$(probe "$2" v:0 stream=codec_name)
    if [ -n "$video" ]; then
        printf ', "codec": "%s", "Width": %d, "Height": %d, "Fps": "%s"' "$video" "$(probe "$2" v:0 stream=width)" \
            "$(probe "$2" v:0 stream=height)" "$(probe "$2" v:0 stream=avg_frame_rate | awk -F/ '{ printf "%g", $1 / $2 }')"
        case $(probe "$2" v:0 stream=pix_fmt) in *10le) printf ', "BitDepth": 10' ;; *) printf ', "BitDepth": 8' ;; esac
        case $(probe "$2" v:0 stream=color_transfer) in
        smpte2084) printf ', "HDRType": "HDR10"' ;;
        arib-std-b67) printf ', "HDRType": "HLG"' ;;
        esac
    fi
    audio=$(probe "$2" a:0 stream=codec_name)
    [ -z "$audio" ] || printf ', "audio": "%s"' "$audio"
    printf '}'
}

measure_all() {
    echo "{"
    separator=""
    for file in $(find . -name '*.mp4' -o -name '*.mp3' -o -name index.m3u8 | sort); do
        from=$file
        # hd-hls/index.m3u8 was made of hd.mp4.
        case $file in */index.m3u8) from=$(dirname "$file") && from=${from%-*}.mp4 ;; esac
        printf '%s' "$separator"
        measure "$file" "$from"
        separator=",
"
    done
    echo "}"
}
