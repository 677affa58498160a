#!/bin/sh
# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# From a bare clone on Debian 12 to the running demo: installs what is missing, builds, opens the window on a local IMS.
# With no display the same window does the same work off screen, prints what it did and leaves a screenshot.
# Arguments are handed to proofreel.
set -eu
cd "$(dirname "$0")/.."
packaging/dependencies.sh build
cmake --preset release -DPROOFREEL_TESTS=OFF -DPROOFREEL_BENCH=OFF -B build/demo >/dev/null
cmake --build build/demo
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec build/demo/bin/proofreel --demo "$@"
fi
echo "No display: doing the demo off screen."
QT_QPA_PLATFORM=offscreen exec build/demo/bin/proofreel --demo --tour "build/demo/screenshot.png" "$@"
