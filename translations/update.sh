#!/bin/sh
# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# update.sh LUPDATE [FOLDER]: brings the .ts files in FOLDER (default: this one) up to date with the sources.
# English holds plural forms only; all else is in the source already.
set -eu
lupdate=$1
here=$(cd "$(dirname "$0")" && pwd)
to=${2:-$here}
options="-I $here/../app -I $here/.. -locations none -no-ui-lines -no-obsolete -silent"
# shellcheck disable=SC2086 # a list of words
"$lupdate" $options -pluralonly -source-language en -target-language en "$here/../app" "$here/../ui" -ts "$to/proofreel_en.ts"
# shellcheck disable=SC2086
"$lupdate" $options -source-language en -target-language zh_CN "$here/../app" "$here/../ui" -ts "$to/proofreel_zh_CN.ts"
