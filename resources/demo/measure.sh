# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# What the files really are, in the words of GetPlayInfo: {"folder/file": {"Size": …, "Duration": "…", …}, …}

# facts FILE SIZE SECONDS: the rest of an entry, what ffprobe says in the words of GetPlayInfo, and of the first picture and
# the first sound in those of GetMediaInfo, all of it text. Of a still SECONDS is "still", else its length where FILE does
# not tell it. One ffprobe for all: the start of one takes longer than what it reads.
facts() {
    ffprobe -v error -of default -show_entries \
        "format=duration:stream=codec_type,codec_name,width,height,avg_frame_rate,color_transfer,codec_long_name,codec_tag,codec_tag_string,profile,level,pix_fmt,has_b_frames,nb_frames,start_time,time_base,bit_rate,sample_aspect_ratio,display_aspect_ratio,sample_fmt,sample_rate,channels,channel_layout:stream_tags=language" \
        "$1" | awk -v size="$2" -v seconds="$3" '
        BEGIN {
            n = split("codec_long_name CodecLongName codec_tag CodecTag codec_tag_string CodecTagString profile Profile " \
                "level Level pix_fmt PixFmt has_b_frames HasBFrames nb_frames NumFrames start_time StartTime " \
                "time_base Timebase bit_rate Bitrate sample_aspect_ratio Sar display_aspect_ratio Dar sample_fmt SampleFmt " \
                "sample_rate SampleRate channels Channels channel_layout ChannelLayout TAG:language Lang", word, " ")
            for (i = 1; i < n; i += 2) name[word[i]] = word[i + 1]
        }
        /^\[STREAM\]/ { ++streams; next }
        /^\[/ { next }
        {
            key = substr($0, 1, index($0, "=") - 1)
            value = substr($0, index($0, "=") + 1)
        }
        key == "duration" && seconds == "" { seconds = value; next }
        { f[streams, key] = value }
        (key in name) && value != "N/A" && value != "unknown" {
            gsub(/["\\]/, "", value)
            if (key == "bit_rate") value = sprintf("%.3f", value / 1000)
            more = sprintf("%s\"%s\": \"%s\"", text[streams] == "" ? "" : ", ", name[key], value)
            if (key == "nb_frames" && f[streams, "codec_type"] == "video") more = more sprintf(", \"Nb_frames\": \"%s\"", value)
            text[streams] = text[streams] more
        }
        END {
            still = seconds == "still"
            if (!still) printf ", \"Duration\": \"%.4f\", \"Bitrate\": \"%.0f\"", seconds, size * 8 / seconds / 1000
            for (i = 1; i <= streams; ++i) {
                if (f[i, "codec_type"] == "video" && !video++) {
                    printf ", \"codec\": \"%s\", \"Width\": %d, \"Height\": %d", f[i, "codec_name"], f[i, "width"], f[i, "height"]
                    split(f[i, "avg_frame_rate"], rate, "/")
                    if (!still) printf ", \"Fps\": \"%g\", \"BitDepth\": %d", rate[1] / rate[2], f[i, "pix_fmt"] ~ /10le$/ ? 10 : 8
                    printf ", \"VideoStream\": {%s}", text[i]
                    if (f[i, "color_transfer"] == "smpte2084") printf ", \"HDRType\": \"HDR10\""
                    if (f[i, "color_transfer"] == "arib-std-b67") printf ", \"HDRType\": \"HLG\""
                } else if (f[i, "codec_type"] == "audio" && !audio++)
                    printf ", \"audio\": \"%s\", \"AudioStream\": {%s}", f[i, "codec_name"], text[i]
            }
        }'
}

# measure FILE FROM: one entry; streams are read from FROM, which is FILE itself except for playlists.
measure() {
    size=$(wc -c <"$1") seconds=""
    case $1 in
    *.m3u8)
        size=$(cat "$(dirname "$1")"/*.ts | wc -c)
        seconds=$(awk -F'[:,]' '/^#EXTINF/ { s += $2 } END { printf "%.6f", s }' "$1")
        ;;
    *.jpg) seconds=still ;;
    esac
    printf '"%s": {"Size": %d' "${1#./}" "$size"
    [ "${1%.srt}" != "$1" ] || facts "$2" "$size" "$seconds"
    printf '}'
}

measure_all() {
    echo "{"
    separator=""
    for file in $(find . -name '*.mp4' -o -name '*.mp3' -o -name index.m3u8 | sort) $(find . -name original.jpg -o -name '*.srt' | sort); do
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
