#!/bin/sh
# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the Debian packages that are missing; does nothing where all are there.
#   dependencies.sh [build] [test] [bench] [clang] [display]
#   build: to build and run; test: to run every test; bench: peers to measure against; clang: for the presets tidy and
#   fuzz; display: a virtual one
# shellcheck disable=SC2086 # the lists of packages are words on purpose
set -eu

build="g++ mold? cmake ninja-build pkg-config ccache git
    qt6-base-dev qt6-multimedia-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libqt6svg6-dev|qt6-svg-dev
    libqt6sql6-sqlite qtkeychain-qt6-dev libssl-dev libcpp-httplib-dev libcli11-dev libexpected-dev libgl-dev libegl-dev libvulkan-dev libswscale-dev
    libavformat-dev libavcodec-dev libavfilter-dev libavutil-dev libmediainfo-dev libtomlplusplus-dev libqcustomplot-dev libqcustomplot2.1-qt6?
    file dpkg-dev ffmpeg gstreamer1.0-plugins-base gstreamer1.0-plugins-good gstreamer1.0-plugins-bad gstreamer1.0-libav libsoup2.4-1?
    fonts-dejavu-core fonts-noto-cjk"
test="mediainfo xvfb xauth xdotool gnome-keyring dbus-daemon libsecret-tools appstream desktop-file-utils clang-format shellcheck curl"
clang="clang clang-tidy libclang-rt-dev?"
bench="mpv vlc libxcb1-dev libbenchmark-dev xvfb"

missing=
want() {
    for names in "$@"; do
        # "a|b": the name differs between Debian releases; "a?": only where the release still has it.
        found=
        candidate=
        for name in $(echo "$names" | tr '|' ' ' | tr -d '?'); do
            if dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed'; then
                found=$name
            elif [ -z "$candidate" ] && apt-cache show "$name" >/dev/null 2>&1; then
                candidate=$name
            fi
        done
        case $names in *\?) [ -n "$candidate" ] || found=none ;; esac
        [ -n "$found" ] || missing="$missing ${candidate:-${names%%|*}}"
    done
}

for set in "${@:-build}"; do
    case $set in
    build) want $build ;;
    test) want $test ;;
    bench) want $bench ;;
    clang) want $clang ;;
    display) want xvfb xauth ;;
    *)
        echo "dependencies.sh: unknown set '$set'" >&2
        exit 2
        ;;
    esac
done
[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || { echo "These packages are missing; install them as root:$missing" >&2; exit 1; }
    as_root=sudo
fi
echo "Installing:$missing" >&2
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq || true # one unreachable source must not stop the others
$as_root apt-get install -y -qq --no-install-recommends $missing >&2
