# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh

make_assets() {
    make_parts
    make_clean
    make_hdr
    make_defects
    make_hdr_defects
    make_hls_defects
    make_broken
    rm -r parts
}
