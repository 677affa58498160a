#!/bin/sh
# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# A source file over 280 lines is two subjects.
set -eu
long=$(git ls-files 'app/*.cpp' 'app/*.h' 'ui/*.cpp' 'ui/*.h' | xargs wc -l | awk '$2 != "total" && $1 > 280')
[ -z "$long" ] || { printf 'Too long:\n%s\n' "$long"; exit 1; }
