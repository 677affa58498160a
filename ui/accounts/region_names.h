// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace proofreel {

struct Profile;

//! "Shanghai" for "cn-shanghai"; a region that is not known stays as it is.
[[nodiscard]] QString regionName(const QString& region);
//! Where an account speaks to, in short: the region's name or the endpoint's host.
[[nodiscard]] QString placeName(const Profile& profile);

} // namespace proofreel
