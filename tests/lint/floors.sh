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
rooms='ims|accounts|streams|catalog|playback|workspace|cli|sandbox'
forbid app 'ui/|Q[A-Za-z]*Widget|QtWidgets|QApplication|QMessageBox'
forbid app/core "($rooms)/"
forbid app/sandbox '(core|ims|accounts|streams|catalog|playback|workspace|cli)/'
forbid app/ims '(accounts|streams|catalog|playback|workspace|cli|sandbox)/'
for room in accounts streams catalog playback; do
    others=$(echo 'accounts|streams|catalog|playback|workspace|cli|sandbox' | tr '|' '\n' | grep -v "^$room\$" | paste -sd '|')
    forbid "app/$room" "($others)/"
done
forbid app/workspace 'cli/'
exit $status
