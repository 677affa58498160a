// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/asset_query.h"

#include <QWidget>

class QActionGroup;

namespace proofreel {

class Chip;

//! The library's questions to the server: media type, status, order.
class LibraryFilters final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LibraryFilters)
public:
    explicit LibraryFilters(QWidget* parent);

    //! \a query with the filters' values in their fields.
    [[nodiscard]] AssetQuery applyTo(AssetQuery query) const;
    [[nodiscard]] bool isNarrowing() const; //!< leaves anything out
    void reset(); //!< everything, newest first

Q_SIGNALS:
    void changed();

private:
    struct Choice {
        QString value; //!< as the service spells it; empty: not sent
        QString text;
    };
    QActionGroup* addMenu(Chip* chip, const QList<Choice>& choices);

    QList<Chip*> m_types;
    Chip* m_statusChip = nullptr;
    QActionGroup* m_status = nullptr;
    QActionGroup* m_order = nullptr;
};

} // namespace proofreel
