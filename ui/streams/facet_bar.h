// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "streams/stream_filter_model.h"

#include <QWidget>

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
    struct Entry {
        StreamFilterModel::Facet facet;
        QString value;
        Chip* chip = nullptr;
    };
    void refresh();
    void rebuild(const QList<Entry>& entries);
    void toggle(StreamFilterModel::Facet facet, const QString& value, bool on);

    StreamFilterModel& m_filter;
    QList<Entry> m_entries;
    QList<QWidget*> m_gaps;
    QToolButton* m_clear = nullptr;
};

} // namespace proofreel
