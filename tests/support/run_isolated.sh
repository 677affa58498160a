#!/bin/sh
# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a test program with a home, configuration and run-time folder of its own, removed afterwards.
# --keyring: under a private D-Bus session with a real, unlocked gnome-keyring.
set -eu
keyring=no
if [ "${1:-}" = --keyring ]; then
    keyring=yes
    shift
fi
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/run"
# The cache of generated media is shared on purpose: it is expensive and holds no state of a test.
export HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_CONFIG_HOME="$home/.config" XDG_DATA_HOME="$home/.local/share" \
    XDG_CACHE_HOME="$home/.cache" XDG_STATE_HOME="$home/.local/state"
unset DBUS_SESSION_BUS_ADDRESS ALIBABA_CLOUD_ACCESS_KEY_ID ALIBABA_CLOUD_ACCESS_KEY_SECRET ALIBABA_CLOUD_SECURITY_TOKEN \
    http_proxy https_proxy HTTP_PROXY HTTPS_PROXY all_proxy ALL_PROXY || true
if [ "$keyring" = yes ]; then
    for tool in dbus-run-session gnome-keyring-daemon; do
        command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
    done
    # An empty line unlocks (and creates) the login keyring with an empty password; an empty input does not.
    # shellcheck disable=SC2016 # the inner shell expands it
    dbus-run-session -- sh -c 'echo "" | gnome-keyring-daemon --daemonize --unlock --components=secrets >/dev/null
        "$@"; status=$?
        exit $status' sh "$@"
else
    "$@"
fi
