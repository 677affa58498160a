#!/bin/sh
# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# translations.sh LUPDATE: every text of the sources is translated, and none is left over.
set -eu
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp translations/*.ts "$copy"
translations/update.sh "$1" "$copy"
if grep -nE 'type="(unfinished|vanished|obsolete)"' "$copy"/*.ts; then
    echo "Unfinished texts. Run the target update_translations, then translate them."
    exit 1
fi
