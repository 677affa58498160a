#!/bin/sh
# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Every source and build file names its licence.
set -eu
missing=$(git ls-files '*.cpp' '*.h' '*.cmake' '*CMakeLists.txt' '*.sh' '.ci/run' | while read -r file; do
    head -n 5 "$file" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later' || echo "$file"
done)
[ -z "$missing" ] || { printf 'No SPDX lines in:\n%s\n' "$missing"; exit 1; }
