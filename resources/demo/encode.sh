# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Encoders of the demo media. Every picture carries its frame number in a band through its middle: luma column i of 16 is
# white when bit i is set, so that a test can read off which frame it sees, in any rendition.

# tone FILE SECONDS HERTZ [FILTER]: a soft chord with a beep each second, AAC stereo.
tone() {
    ff -f lavfi -i "aevalsrc='0.10*sin(2*PI*$3*t)+0.05*sin(2*PI*$3*1.5*t)+0.30*sin(2*PI*$3*2*t)*lt(mod(t,1),0.12)|0.10*sin(2*PI*$3*t)+0.05*sin(2*PI*$3*1.25*t)+0.30*sin(2*PI*$3*2*t)*lt(mod(t,1),0.12)':s=48000:d=$2" \
        -af "${4:-anull}" -c:a aac -b:a 64k -fflags +bitexact -flags:a +bitexact "$1"
}

# size NAME: width x height of a definition, landscape.
size() {
    case $1 in
    fd) echo 640x360 ;;
    ld) echo 854x480 ;;
    sd) echo 1280x720 ;;
    hd) echo 1920x1080 ;;
    2k) echo 2560x1440 ;;
    4k) echo 3840x2160 ;;
    esac
}

x264() { # PRESET CRF GOP
    echo "-c:v libx264 -preset $1 -crf $2 -g $3 -keyint_min $3 -sc_threshold 0 -bf 2 -pix_fmt yuv420p" \
        "-color_primaries bt709 -color_trc bt709 -colorspace bt709 -color_range tv"
}

x265() { # CRF GOP TRANSFER EXTRA
    echo "-c:v libx265 -preset ultrafast -crf $1 -tag:v hvc1 -pix_fmt yuv420p10le" \
        "-color_primaries bt2020 -color_trc $3 -colorspace bt2020nc -color_range tv" \
        "-x265-params log-level=error:keyint=$2:min-keyint=$2:scenecut=0:bframes=2:repeat-headers=1:colorprim=bt2020:transfer=$3:colormatrix=bt2020nc$4"
}
hdr10=':hdr10=1:master-display=G(13250,34500)B(7500,3000)R(34000,16000)WP(15635,16450)L(10000000,50):max-cll=1000,400'

# ladder FOLDER FPS SECONDS SCENE RENDITION...: one run, one picture, many renditions with the sound of FOLDER/audio.m4a.
# RENDITION is NAME:KIND[:FILTER]; NAME is a definition, maybe with a suffix (hd-nb1); KIND is sdr, dense (more bits), small
# (narrowband), hdr10, hlg, gop37 or portrait.
ladder() {
    folder=$1 fps=$2 seconds=$3 picture=$4
    shift 4
    base=1600x900 full=1280x720
    case "$*" in *portrait*) base=900x1600 full=720x1280 ;; esac
    # One still, drawn once; the camera sways over it. The cover shows it without the band.
    ff -f lavfi -i "color=c=black:s=$base:d=0.1,format=gbrp,$picture" -frames:v 1 "$folder/picture.png"
    w=${full%x*} h=${full#*x}
    ff -i "$folder/picture.png" -vf "crop=$w:$h,scale=iw/2:ih/2:flags=area" -q:v 3 -pix_fmt yuvj420p "$folder/cover.jpg"
    graph="[1:v]scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,loop=-1:1,setpts=N/$fps/TB,trim=end_frame=$((fps * seconds))"
    graph="$graph,crop=$w:$h:x='(iw-ow)/2*(1+0.95*sin(t*0.6))':y='(ih-oh)/2*(1+0.7*sin(t*0.9+1))'[picture]"
    graph="$graph;color=c=black:s=32x2:r=$fps:d=$seconds,format=yuv420p,geq=lum='16+219*mod(floor(N/pow(2,floor(X/2))),2)':cb=128:cr=128,scale=$w:$((h / 18)):flags=neighbor[code]"
    graph="$graph;[picture][code]overlay=0:$((h / 2 - h / 36)),split=$#"
    rest="" n=0
    for r in "$@"; do
        n=$((n + 1))
        name=${r%%:*} more=${r#*:} filter=null scaler=bicubic
        kind=${more%%:*}
        [ "$kind" = "$more" ] || filter=${more#*:}
        wh=$(size "${name%%-*}")
        w=${wh%x*} h=${wh#*x} format=yuv420p
        [ "$w" -le 1920 ] || scaler=fast_bilinear
        case $kind in
        portrait) wh=${h}x$w ;;
        # White at about 1000 cd/m2, as the mastering data say.
        hdr10) format="yuv420p10le,lutyuv=y='(val-64)*0.75+64'" ;;
        hlg) format=yuv420p10le ;;
        esac
        graph="${graph}[p$n]"
        rest="$rest;[p$n]scale=$wh:flags=$scaler,$filter,format=${format}[v$n]"
    done
    set -- "$@" --
    n=0
    while [ "$1" != -- ]; do
        r=$1
        shift
        n=$((n + 1))
        name=${r%%:*} more=${r#*:}
        gop=$((fps * 2)) preset=veryfast crf=27
        case $name in
        4k*) preset=ultrafast crf=39 ;;
        2k*) preset=ultrafast crf=34 ;;
        fd* | ld*) crf=29 ;;
        esac
        case ${more%%:*} in
        dense) options=$(x264 veryfast 22 $gop) ;;
        small) options=$(x264 faster 35 $gop) ;;
        gop37) options=$(x264 $preset $crf 37) ;;
        hdr10) options=$(x265 26 $gop smpte2084 "$hdr10") ;;
        hlg) options=$(x265 26 $gop arib-std-b67 "") ;;
        *) options=$(x264 $preset $crf $gop) ;;
        esac
        # shellcheck disable=SC2086 # options are words
        set -- "$@" -map "[v$n]" -map 0:a $options -c:a copy -movflags +faststart -fflags +bitexact -flags:v +bitexact "$folder/$name.mp4"
    done
    shift
    ff -i "$folder/audio.m4a" -framerate "$fps" -i "$folder/picture.png" -filter_complex "$graph$rest" "$@"
}

# hls FOLDER FROM TO [KEY]: FROM.mp4 as TO/index.m3u8 in segments of two seconds, AES-128 where a key of 16 characters is given.
hls() {
    mkdir -p "$1/$3"
    set -- "$1" "$2" "$3" "${4:-}" "$1/$3"
    encrypt=""
    if [ -n "$4" ]; then
        printf '%s' "$4" >"$1/hls.key"
        printf 'hls.key\n%s\n' "$1/hls.key" >"$5/keyinfo"
        encrypt="-hls_key_info_file $5/keyinfo"
    fi
    # shellcheck disable=SC2086
    ff -i "$1/$2.mp4" -c copy -f hls -hls_time 2 -hls_playlist_type vod $encrypt \
        -hls_segment_filename "$5/seg_%03d.ts" -fflags +bitexact "$5/index.m3u8"
    rm -f "$5/keyinfo"
}

# proprietary FOLDER FROM TO: stands for AliyunVoDEncryption, which only Alibaba's own player can read: the key is lost.
proprietary() {
    hls "$1" "$2" "$3" never-published!
    rm "$1/hls.key"
    sed -i 's/METHOD=AES-128,URI="[^"]*"/METHOD=AliyunVoDEncryption,URI="alivod:\/\/license"/' "$1/$3/index.m3u8"
}

# mp3 FOLDER NAME RATE
mp3() { ff -i "$1/audio.m4a" -c:a libmp3lame -b:a "$3" -fflags +bitexact "$1/$2.mp3"; }

# still FOLDER WIDTHxHEIGHT SCENE: a picture and its cover.
still() {
    mkdir -p "$1"
    echo "  $1"
    ff -f lavfi -i "color=c=black:s=$2:d=0.1,format=gbrp,$3" -frames:v 1 -q:v 4 -pix_fmt yuvj420p -bitexact "$1/original.jpg"
    ff -i "$1/original.jpg" -vf scale=640:640:force_original_aspect_ratio=decrease:flags=area -q:v 3 -pix_fmt yuvj420p -bitexact "$1/cover.jpg"
}
