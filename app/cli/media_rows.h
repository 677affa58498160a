// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/output.h"
#include "core/call.h"
#include "core/result.h"
#include "ims/types.h"

#include <functional>
#include <limits>
#include <string>

namespace proofreel::cli {

//! How a list of assets is read: a page of at most \a size after \a token (empty: the first), which is number \a page.
struct MediaPages {
    using Done = std::function<void(Result<MediaPage>)>;
    std::function<CallHandle(const QString& token, int page, int size, QObject* context, Done done)> ask;
    int pageSize = 100;
    //! ListMediaBasicInfos: a token is a place, and none is the end. Else an empty page is the end (SearchMedia, whose
    //! token may stay the same).
    bool tokenIsPlace = true;
    qint64 limit = std::numeric_limits<qint64>::max();
};

//! Writes all rows on stdout as they come, the next page being asked for meanwhile. An asset that comes twice is
//! written once if the two are near. Gives the exit code; failures are reported, and what was written stays valid.
int printMedias(const MediaPages& pages, const std::string& format);

} // namespace proofreel::cli
