// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "media/kept_parts.h"
#include "media/ranged_reader.h"
#include "media/reachable.h"

#include <QUrl>

#include <memory>

namespace proofreel {

//! What a scan looks for. The minima are small: what a policy asks for is applied when judging.
struct ScanOptions {
    QUrl reference; //!< to compare the picture with (PSNR, SSIM); empty: none
    //! That its link has expired is an error of the scan (Expired), since it can be asked for anew; else it is told as
    //! what hinders the comparison.
    bool renewsReference = false;
    double blackMs = 200, freezeMs = 200, silenceMs = 200; //!< shorter stretches are not kept
    PrivateHosts allowPrivateHosts = false; //!< for what a playlist names
    std::shared_ptr<RangedReader> shared {}; //!< of the URL itself, where it was read before; not in the statistics
    std::shared_ptr<KeptParts> kept {}; //!< parts of the playlist that were fetched before
};

} // namespace proofreel
