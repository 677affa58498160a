# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# What the files really are, in the words of GetPlayInfo: {"folder/file": {"Size": …, "Duration": "…", …}, …}

# measure FILE: one entry. A playlist counts its segments; its streams are read from the file that it was made of, and
# nothing else may read it: one that includes itself takes all memory that there is.
measure() {
    size=$(wc -c <"$1") from=$1 length=""
    case $1 in
    *.m3u8)
        folder=$(dirname "$1")
        size=$(find "$folder" \( -name '*.ts' -o -name '*.m4s' \) -exec cat {} + | wc -c)
        length=$(awk -F'[:,]' '/^#EXTINF/ { s += $2 } END { if (s) printf "%.4f", s }' "$1")
        from=$(cat "$folder/made_of" 2>/dev/null || echo /dev/null)
        ;;
    esac
    printf '"%s": {"Size": %d' "${1#./}" "$size"
    # Of HDR that is more than its transfer curve, the first picture tells.
    { ffprobe -v quiet -of flat=s=_ -read_intervals '%+#6' -show_entries \
        "format=duration:stream=codec_type,codec_name,width,height,avg_frame_rate,pix_fmt,color_transfer:frame_side_data=side_data_type" \
        "$from" || true; } |
        awk -F= -v size="$size" -v length_="$length" '
        {
            value = $2
            gsub(/"/, "", value)
            n = split($1, part, "_")
            if (part[1] == "format") seconds = value
            else if (part[1] == "frames") {
                if (value ~ /Dolby Vision Metadata/) hdr = "DolbyVision"
                if (value ~ /\(Vivid\)/) hdr = "HDRVivid"
            } else {
                field = $1
                sub(/^streams_stream_[0-9]+_/, "", field)
                f[part[3], field] = value
                streams = part[3]
            }
        }
        END {
            if (length_ != "") seconds = length_
            if (seconds + 0 > 0) printf ", \"Duration\": \"%.4f\", \"Bitrate\": \"%.0f\"", seconds, size * 8 / seconds / 1000
            for (i = 0; i <= streams; ++i) {
                if (f[i, "codec_type"] == "video" && !video++) {
                    split(f[i, "avg_frame_rate"], rate, "/")
                    printf ", \"codec\": \"%s\", \"Width\": %d, \"Height\": %d, \"BitDepth\": %d", f[i, "codec_name"], f[i, "width"], \
                        f[i, "height"], f[i, "pix_fmt"] ~ /10le/ ? 10 : 8
                    if (rate[2] > 0) printf ", \"Fps\": \"%g\"", rate[1] / rate[2]
                    if (hdr) printf ", \"HDRType\": \"%s\"", hdr
                    else if (f[i, "color_transfer"] == "smpte2084") printf ", \"HDRType\": \"HDR10\""
                    else if (f[i, "color_transfer"] == "arib-std-b67") printf ", \"HDRType\": \"HLG\""
                } else if (f[i, "codec_type"] == "audio" && !audio++)
                    printf ", \"audio\": \"%s\"", f[i, "codec_name"]
            }
        }'
    printf '}'
}

measure_all() {
    echo "{"
    separator=""
    for file in $(find . -name '*.mp4' -o -name '*.mp3' -o -name '*.m3u8' | sort); do
        printf '%s' "$separator"
        measure "$file"
        separator=",
"
    done
    echo "}"
    find . -name made_of -delete
}
