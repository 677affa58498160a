#!/bin/sh
# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-format 14 leaves every file as it is (other versions format differently).
set -eu
tool=$(command -v clang-format-14 || command -v clang-format) || { echo "skipped: clang-format is not installed"; exit 77; }
"$tool" --version | grep -q 'version 14\.' || { echo "skipped: needs clang-format 14"; exit 77; }
git ls-files 'app/*.cpp' 'app/*.h' 'ui/*.cpp' 'ui/*.h' 'tests/*.cpp' 'tests/*.h' | xargs "$tool" --dry-run --Werror
