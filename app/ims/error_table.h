// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ims/service_error.h"

namespace proofreel {

struct ErrorWords {
    ErrorKind kind = ErrorKind::Service;
    QString message {}, advice {};
    bool quote = false; //!< the service's own words add something
};

//! The kind and the words for a code of the service. By code first: the HTTP status differs from page to page of the
//! service's documentation; the status decides only where the code is unknown.
[[nodiscard]] ErrorWords wordsForCode(const ServiceEnvelope& envelope, int httpStatus, const CallFacts& facts);

} // namespace proofreel
