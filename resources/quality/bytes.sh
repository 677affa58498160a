# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Changes of single bytes.

# place FILE WORD [N]: where WORD (a box) stands in it, the Nth time.
place() { grep -abo "$2" "$1" | sed -n "${3:-1}p" | cut -d: -f1; }

# poke FILE OFFSET HEX...: writes these bytes over those that are there.
poke() {
    file=$1 at=$2
    shift 2
    for byte in "$@"; do
        # shellcheck disable=SC2059 # the byte is the format
        printf "\\$(printf %o "0x$byte")"
    done | dd of="$file" bs=1 seek="$at" conv=notrunc 2>/dev/null
}

# packets FILE FIRST LAST: places of the video packets of these numbers (from 0).
packets() {
    ffprobe -v error -select_streams v:0 -show_entries packet=pos -of default=nw=1:nk=1 "$1" | sed -n "$(($2 + 1)),$(($3 + 1))p"
}

# turn_to_filler FILE FIRST LAST: these H.264 frames cannot be seen any more, without any error.
turn_to_filler() {
    for packet in $(packets "$1" "$2" "$3"); do
        poke "$1" $((packet + 4)) 0c
    done
}
