// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "streams/stream_filter_model.h"

#include <QWidget>

#include <array>

class QToolButton;

namespace proofreel {

class Chip;

//! A chip for every value of Definition, Format and HDR with its count: "HD 6". Chips filter; filters combine.
class FacetBar final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FacetBar)
public:
    explicit FacetBar(StreamFilterModel& filter, QWidget* parent = nullptr);

private:
    void refresh();
    void rebuild(size_t facet, const QList<StreamFilterModel::Value>& values);
    void toggle(StreamFilterModel::Facet facet, const QString& value, bool on);

    StreamFilterModel& m_filter;
    struct Group {
        QWidget* box = nullptr;
        QStringList values;
        QList<Chip*> chips;
    };
    std::array<Group, 3> m_groups;
    QToolButton* m_clear = nullptr;
};

} // namespace proofreel
