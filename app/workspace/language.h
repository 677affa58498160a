// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QLocale;

namespace proofreel {

//! Languages that Proofreel speaks, as locale names ("en", "zh_CN").
[[nodiscard]] QStringList availableLanguages();
//! Makes the application speak the best of them for that locale, Qt's own texts too. Replaces an earlier choice.
//! Call before the first window; changing later reaches new texts only.
void setLanguage(const QLocale& locale);

} // namespace proofreel
