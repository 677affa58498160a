#!/bin/sh
# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# From a bare clone on Debian 12: installs what is missing, builds, and runs every test:
# all of them, those of the build without a window, and all again under AddressSanitizer and UBSan.
set -eu
cd "$(dirname "$0")/.."
packaging/dependencies.sh build test

run() {
    preset=$1
    shift
    echo "== $preset"
    cmake --preset "$preset" >/dev/null
    cmake --build --preset "$preset"
    ctest --preset "$preset" -j2 "$@"
}

run dev
run dev-nogui -L 'unit|fuzz'
run dev-asan -LE lint
