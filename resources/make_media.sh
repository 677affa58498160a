#!/bin/sh
# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# make_media.sh FOLDER OUT: makes the media of the catalogues in FOLDER with ffmpeg, as its scripts say (make_assets),
# measures them (measure_all), and puts the catalogues beside them. What it makes is kept in a cache, so that the next
# build folder has it at once.
set -eu
from=$(cd "$1" && pwd)
name=$(basename "$from")
out=$2
export LC_ALL=C

ff() { ffmpeg -nostdin -v error -y "$@"; }

version=$({ cat "$from"/*.sh; cat "$from"/*.cpp 2>/dev/null || :; } | grep -v '^ *#' | sha256sum | cut -c1-16) # comments do not change what is made
cache=${PROOFREEL_MEDIA_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/proofreel/$name-media}/$version

mkdir -p "$(dirname "$cache")"
# Builds of several folders at once wait for the first.
exec 9>"$cache.lock"
flock 9
if [ ! -f "$cache/media.json" ]; then
    for tool in ffmpeg ffprobe; do
        command -v $tool >/dev/null || { echo "make_media.sh: $tool is missing (Debian: apt install ffmpeg)" >&2; exit 1; }
    done
    for script in "$from"/*.sh; do
        # shellcheck disable=SC1090 # one of several
        . "$script"
    done
    work=$(mktemp -d "$cache.XXXXXX")
    trap 'rm -rf "$work"' EXIT
    echo "Making the $name media (once, up to two minutes) ..."
    (
        cd "$work"
        make_assets
        measure_all >media.json
    )
    chmod -R u=rwX,go=rX "$work"
    mv -T "$work" "$cache"
fi
exec 9>&-

rm -rf "$out.new"
mkdir -p "$(dirname "$out")"
cp -R --reflink=auto "$cache" "$out.new"
cp "$from"/*.json "$out.new/"
rm -rf "$out"
mv "$out.new" "$out"
