// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/reference.h"

#include <QMenu>

class QSettings;

namespace proofreel {

//! What a deep check compares pictures with: nothing, the original, the source file, or a file of this PC. The choice
//! is remembered.
class ReferenceMenu final : public QMenu {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReferenceMenu)
public:
    ReferenceMenu(QSettings& settings, QWidget* parent);

    [[nodiscard]] const Reference& reference() const { return m_reference; }

Q_SIGNALS:
    void referenceChanged();

private:
    void fill();
    void choose(const Reference& reference);
    void chooseFile();

    QSettings& m_settings;
    Reference m_reference;
};

} // namespace proofreel
