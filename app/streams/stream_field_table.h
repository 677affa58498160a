// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ims/types.h"

#include <variant>

namespace proofreel {

//! One of the 23 fields of a PlayInfo, as the table of stream_field_table.cpp has it. Internal to this room.
struct StreamField {
    using Member = std::variant<std::monostate, QString PlayInfo::*, std::optional<qint64> PlayInfo::*,
        std::optional<double> PlayInfo::*, QDateTime PlayInfo::*>;
    const char* name; //!< the service's own
    const char* title; //!< to be translated in the context "StreamFields"
    const char* meaning; //!< likewise
    Member member;

    //! By StreamModel::Column; an empty one for anything else.
    [[nodiscard]] static const StreamField& of(int column);

    //! The value of that type, null if the field is of another one.
    template <typename T>
    [[nodiscard]] const T* value(const PlayInfo& info) const
    {
        const auto* found = std::get_if<T PlayInfo::*>(&member);
        return found ? &(info.**found) : nullptr;
    }
};

} // namespace proofreel
