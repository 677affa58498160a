#!/bin/sh
# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# startup.sh PROBE PROOFREEL [COUNT]: against VLC's Qt window, on a display of its own. VLC refuses to run as root, so
# there it runs as nobody.
set -eu
probe=$1
proofreel=$2
for tool in vlc Xvfb setpriv; do
    command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done
folder=$(mktemp -d)
Xvfb -displayfd 3 -screen 0 1440x900x24 3>"$folder/display" 2>/dev/null &
server=$!
trap 'kill $server; rm -rf "$folder"' EXIT
while [ ! -s "$folder/display" ]; do kill -0 $server; done
DISPLAY=:$(cat "$folder/display")
mkdir "$folder/vlc" "$folder/proofreel"
as_user=
if [ "$(id -u)" = 0 ]; then
    chmod 755 "$folder"
    chown nobody "$folder/vlc"
    as_user="setpriv --reuid=nobody --regid=nogroup --clear-groups"
fi
export DISPLAY XDG_RUNTIME_DIR="$folder/proofreel"
unset DBUS_SESSION_BUS_ADDRESS || true
"$probe" "${3:-20}" proofreel "env HOME=$folder/proofreel $proofreel --demo" \
    --against vlc "$as_user env HOME=$folder/vlc XDG_RUNTIME_DIR=$folder/vlc vlc --no-qt-privacy-ask --quiet" 2>/dev/null
