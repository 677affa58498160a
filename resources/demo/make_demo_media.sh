#!/bin/sh
# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# make_demo_media.sh OUT: makes the demo catalogue's media with ffmpeg, measures them, and puts the catalogue
# beside them. What it makes is kept in a cache, so that the next build folder has it at once.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=$1
export LC_ALL=C

version=$(grep -hv '^ *#' "$here"/*.sh | sha256sum | cut -c1-16) # comments do not change what is made
cache=${PROOFREEL_MEDIA_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/proofreel/demo-media}/$version

mkdir -p "$(dirname "$cache")"
# Builds of several folders at once wait for the first.
exec 9>"$cache.lock"
flock 9
if [ ! -f "$cache/media.json" ]; then
    for tool in ffmpeg ffprobe; do
        command -v $tool >/dev/null || { echo "make_demo_media.sh: $tool is missing (Debian: apt install ffmpeg)" >&2; exit 1; }
    done
    # shellcheck source=resources/demo/scene.sh
    . "$here/scene.sh"
    # shellcheck source=resources/demo/encode.sh
    . "$here/encode.sh"
    # shellcheck source=resources/demo/assets.sh
    . "$here/assets.sh"
    # shellcheck source=resources/demo/measure.sh
    . "$here/measure.sh"
    work=$(mktemp -d "$cache.XXXXXX")
    trap 'rm -rf "$work"' EXIT
    echo "Making the demo media (once, about two minutes) ..."
    (
        cd "$work"
        make_assets
        find . -name audio.m4a -delete -o -name picture.png -delete
        measure_all >media.json
    )
    chmod -R u=rwX,go=rX "$work"
    mv -T "$work" "$cache"
fi
exec 9>&-

rm -rf "$out.new"
mkdir -p "$(dirname "$out")"
cp -R --reflink=auto "$cache" "$out.new"
cp "$here/catalog.json" "$out.new/"
rm -rf "$out"
mv "$out.new" "$out"
