// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/streams/facet_bar.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/streams/flow_layout.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QToolButton>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

StreamFilterModel::Facet facetAt(size_t index)
{
    return static_cast<StreamFilterModel::Facet>(index);
}

} // namespace

FacetBar::FacetBar(StreamFilterModel& filter, QWidget* parent)
    : QWidget(parent)
    , m_filter(filter)
    , m_clear(new QToolButton(this))
{
    auto* flow = new FlowLayout(this);
    flow->setSpacing(Theme::kSpace / 2);
    for (Group& group : m_groups) {
        group.box = new QWidget(this);
        auto* row = new FlowLayout(group.box);
        row->setSpacing(Theme::kSpace / 2);
        row->setContentsMargins(0, 0, Theme::kSpace, 0);
        flow->addWidget(group.box);
    }
    m_clear->setObjectName(u"clearFilter"_s);
    m_clear->setText(tr("Clear filter"));
    m_clear->setIcon(icon(u"close"_s, Theme::Tone::Secondary));
    m_clear->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_clear->setFocusPolicy(Qt::StrongFocus);
    connect(m_clear, &QToolButton::clicked, &m_filter, &StreamFilterModel::clearFilters);
    flow->addWidget(m_clear);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);

    connect(&m_filter, &StreamFilterModel::facetsChanged, this, &FacetBar::refresh);
    refresh();
}

// Chips stay as they are as long as the values do, so that the keyboard's focus is not lost by a click or a renewal.
void FacetBar::refresh()
{
    for (size_t i = 0; i < m_groups.size(); ++i) {
        const QList<StreamFilterModel::Value> values = m_filter.values(facetAt(i));
        QStringList names;
        for (const StreamFilterModel::Value& value : values)
            names += value.value;
        Group& group = m_groups.at(i);
        if (names != group.values || names.size() != group.chips.size())
            rebuild(i, values);
        for (qsizetype chip = 0; chip < values.size(); ++chip) {
            const StreamFilterModel::Value& value = values.at(chip);
            const QSignalBlocker quiet(group.chips.at(chip));
            group.chips.at(chip)->setText(u"%1 %2"_s.arg(value.label).arg(value.count).replace(u'&', u"&&"_s));
            group.chips.at(chip)->setChecked(value.chosen);
            group.chips.at(chip)->setEnabled(value.count > 0 || value.chosen);
        }
        group.box->setVisible(!values.isEmpty());
    }
    m_clear->setVisible(m_filter.isFiltered());
    updateGeometry();
}

void FacetBar::rebuild(size_t facet, const QList<StreamFilterModel::Value>& values)
{
    Group& group = m_groups.at(facet);
    for (Chip* chip : std::as_const(group.chips))
        chip->deleteLater();
    group.chips.clear();
    group.values.clear();
    for (const StreamFilterModel::Value& value : values) {
        auto* chip = new Chip({}, group.box);
        chip->setObjectName(u"facet_%1_%2"_s.arg(facet).arg(value.label));
        chip->setToolTip(tr("Show only %1 %2").arg(StreamFilterModel::title(facetAt(facet)), value.label));
        connect(chip, &QToolButton::toggled, this,
            [this, facet, name = value.value](bool on) { toggle(facetAt(facet), name, on); });
        group.box->layout()->addWidget(chip);
        group.chips.append(chip);
        group.values.append(value.value);
        chip->show();
    }
}

void FacetBar::toggle(StreamFilterModel::Facet facet, const QString& value, bool on)
{
    QSet<QString> chosen = m_filter.chosen(facet);
    if (on)
        chosen.insert(value);
    else
        chosen.remove(value);
    m_filter.setChosen(facet, chosen);
}

} // namespace proofreel
