#!/bin/sh
# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# A room leans only on rooms below it; app/ knows nothing of windows; the sandbox knows nothing of the client.
set -eu
status=0
forbid() { # forbid ROOM PATTERN
    if grep -rnE "#include [<\"]($2)" "$1" --include='*.h' --include='*.cpp'; then
        echo "^ $1 may not lean on that"
        status=1
    fi
}
rooms='ims|media|frames|accounts|streams|catalog|playback|quality|workspace|cli|sandbox'
forbid app 'ui/|Q[A-Za-z]*Widget|QtWidgets|QApplication|QMessageBox'
forbid app/mediainfo "(core|$rooms)/|Q"
forbid app/core "($rooms)/"
forbid app/sandbox '(core|ims|media|frames|accounts|streams|catalog|playback|quality|workspace|cli)/'
forbid app/ims '(media|frames|accounts|streams|catalog|playback|quality|workspace|cli|sandbox)/'
forbid app/media '(ims|frames|accounts|streams|catalog|playback|quality|workspace|cli|sandbox)/'
forbid app/frames '(ims|accounts|streams|catalog|playback|quality|workspace|cli|sandbox)/'
for room in accounts streams catalog playback; do
    others=$(echo 'accounts|streams|catalog|playback|quality|workspace|cli|sandbox' | tr '|' '\n' | grep -v "^$room\$" | paste -sd '|')
    forbid "app/$room" "($others)/"
done
# Judging needs the identity of a rendition, and nothing else of its floor.
forbid app/quality '(accounts|catalog|playback|workspace|cli|sandbox)/'
forbid app/workspace 'cli/'
exit $status
