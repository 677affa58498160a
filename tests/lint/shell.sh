#!/bin/sh
# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
command -v shellcheck >/dev/null || { echo "skipped: shellcheck is not installed"; exit 77; }
git ls-files '*.sh' '.ci/run' | xargs shellcheck --external-sources
