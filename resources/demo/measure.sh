# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# What the files really are, in the words of GetPlayInfo: {"folder/file": {"Size": …, "Duration": "…", …}, …}

probe() { ffprobe -v error -select_streams "$2" -show_entries "$3" -of default=noprint_wrappers=1:nokey=1 "$1" | head -1; }

# stream FILE v|a: what ffprobe says about the first such stream, in the words of GetMediaInfo, all of it text.
stream() {
    ffprobe -v error -select_streams "$2:0" -of default=noprint_wrappers=1 -show_entries \
        "stream=codec_long_name,codec_tag,codec_tag_string,profile,level,pix_fmt,has_b_frames,nb_frames,start_time,time_base,bit_rate,sample_aspect_ratio,display_aspect_ratio,sample_fmt,sample_rate,channels,channel_layout:stream_tags=language" \
        "$1" | awk -F= '
        BEGIN {
            n = split("codec_long_name CodecLongName codec_tag CodecTag codec_tag_string CodecTagString profile Profile " \
                "level Level pix_fmt PixFmt has_b_frames HasBFrames nb_frames NumFrames start_time StartTime " \
                "time_base Timebase bit_rate Bitrate sample_aspect_ratio Sar display_aspect_ratio Dar sample_fmt SampleFmt " \
                "sample_rate SampleRate channels Channels channel_layout ChannelLayout TAG:language Lang", word, " ")
            for (i = 1; i < n; i += 2) name[word[i]] = word[i + 1]
        }
        ($1 in name) && $2 != "N/A" && $2 != "unknown" && !seen[$1]++ {
            value = substr($0, length($1) + 2)
            gsub(/["\\]/, "", value)
            if ($1 == "bit_rate") value = sprintf("%.3f", value / 1000)
            printf "%s\"%s\": \"%s\"", separator, name[$1], value
            separator = ", "
            if ($1 == "nb_frames" && kind == "v") printf ", \"Nb_frames\": \"%s\"", value
        }' kind="$2"
}

# measure_source FILE: a picture, with its measures, or a text.
measure_source() {
    printf '"%s": {"Size": %d' "${1#./}" "$(wc -c <"$1")"
    case $1 in
    *.jpg)
        printf ', "codec": "mjpeg", "Width": %d, "Height": %d, "VideoStream": {%s}' "$(probe "$1" v:0 stream=width)" \
            "$(probe "$1" v:0 stream=height)" "$(stream "$1" v)"
        ;;
    esac
    printf '}'
}

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
        printf ', "VideoStream": {%s}' "$(stream "$2" v)"
        case $(probe "$2" v:0 stream=color_transfer) in
        smpte2084) printf ', "HDRType": "HDR10"' ;;
        arib-std-b67) printf ', "HDRType": "HLG"' ;;
        esac
    fi
    audio=$(probe "$2" a:0 stream=codec_name)
    [ -z "$audio" ] || printf ', "audio": "%s", "AudioStream": {%s}' "$audio" "$(stream "$2" a)"
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
    for file in $(find . -name original.jpg -o -name '*.srt' | sort); do
        printf '%s' "$separator"
        measure_source "$file"
    done
    echo "}"
}
