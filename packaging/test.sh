#!/bin/sh
# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# From a bare clone on Debian 12: installs what is missing, builds, and runs every test once: all under AddressSanitizer
# and UBSan, but for what sanitizers do not let be judged. That, and the unit tests, in a plain build without a window.
set -eu
cd "$(dirname "$0")/.."
packaging/dependencies.sh build test

build() {
    echo "== $1"
    cmake --preset "$1" >/dev/null
    cmake --build --preset "$1"
}

plain='^tst_(scan_against_ffmpeg|scan_bounds|mediainfo_helper|sandbox_api)$' # bounds of memory; minutes of ffmpeg's time
build dev-asan
ctest --preset dev-asan -j2 -E '^tst_scan_against_ffmpeg$'
build dev-nogui
ctest --preset dev-nogui -j2 -L unit
ctest --preset dev-nogui -j2 -R "$plain"
