// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/catalog/menu_chip.h"

#include <QStringList>

class QLineEdit;

namespace proofreel {

//! One tag, written into a field in the chip's menu; several are shown together.
class TagChip final : public MenuChip {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TagChip)
public:
    TagChip(const QString& subject, QWidget* parent);

    void setTags(const QStringList& tags);
    [[nodiscard]] const QStringList& tags() const { return m_tags; }

Q_SIGNALS:
    void chosen(); //!< by a person

private:
    void choose(const QStringList& tags);

    QLineEdit* m_edit = nullptr;
    QAction* m_any = nullptr;
    QStringList m_tags;
};

} // namespace proofreel
