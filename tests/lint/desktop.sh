#!/bin/sh
# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# The desktop entry and the AppStream metadata are valid.
set -eu
for tool in desktop-file-validate appstreamcli; do
    command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done
desktop-file-validate packaging/linux/*.desktop
appstreamcli validate --no-net packaging/linux/*.metainfo.xml
