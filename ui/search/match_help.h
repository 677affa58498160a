// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/search/field_popup.h"

namespace proofreel {

//! How Match expressions of SearchMedia are written: fields, operators, examples. From the API reference.
class MatchHelp final : public FieldPopup {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MatchHelp)
public:
    explicit MatchHelp(QWidget* anchor);
    void toggle();

private:
    void build();
};

} // namespace proofreel
