// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/streams/facet_bar.h"

#include "ui/common/flow_layout.h"
#include "ui/common/icons.h"
#include "ui/common/plain_tip.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"

#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

using Facet = StreamFilterModel::Facet;
constexpr qsizetype kMostChips = 20; // of one facet: nobody picks from more
constexpr Facet kFacets[] { Facet::Definition, Facet::Format, Facet::Hdr };

} // namespace

FacetBar::FacetBar(StreamFilterModel& filter, QWidget* parent)
    : QWidget(parent)
    , m_filter(filter)
    , m_clear(new QToolButton(this))
{
    auto* flow = new FlowLayout(this);
    flow->setSpacing(Theme::kSpace / 2);
    m_clear->setObjectName(u"clearFilter"_s);
    m_clear->setText(tr("Clear filter"));
    m_clear->setIcon(icon(u"close"_s, Theme::Tone::Secondary));
    m_clear->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_clear->setFocusPolicy(Qt::StrongFocus);
    m_clear->setIconSize({ fontMetrics().height(), fontMetrics().height() });
    connect(m_clear, &QToolButton::clicked, &m_filter, &StreamFilterModel::clearFilters);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);

    connect(&m_filter, &StreamFilterModel::facetsChanged, this, &FacetBar::refresh);
    refresh();
}

// Chips stay as they are as long as the values do, so that the keyboard's focus is not lost by a click or a renewal.
void FacetBar::refresh()
{
    QList<Entry> wanted;
    QList<StreamFilterModel::Value> values;
    for (const Facet facet : kFacets) {
        for (const StreamFilterModel::Value& value : m_filter.values(facet).mid(0, kMostChips)) {
            wanted.append({ facet, value.value, nullptr });
            values.append(value);
        }
    }
    const bool same = std::equal(wanted.cbegin(), wanted.cend(), m_entries.cbegin(), m_entries.cend(),
        [](const Entry& a, const Entry& b) { return a.facet == b.facet && a.value == b.value; });
    if (!same)
        rebuild(wanted);
    for (qsizetype i = 0; i < values.size(); ++i) {
        Chip* chip = m_entries.at(i).chip;
        const QSignalBlocker quiet(chip);
        chip->setText(u"%1 %2"_s.arg(values.at(i).label).arg(values.at(i).count).replace(u'&', u"&&"_s));
        chip->setChecked(values.at(i).chosen);
        chip->setEnabled(values.at(i).count > 0 || values.at(i).chosen);
    }
    m_clear->setVisible(m_filter.isFiltered());
    updateGeometry();
}

void FacetBar::rebuild(const QList<Entry>& entries)
{
    for (const Entry& entry : std::as_const(m_entries))
        entry.chip->deleteLater();
    for (QWidget* gap : std::as_const(m_gaps))
        gap->deleteLater();
    m_gaps.clear();
    while (QLayoutItem* item = layout()->takeAt(0))
        delete item;

    m_entries = entries;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        Entry& entry = m_entries[i];
        if (i > 0 && entry.facet != m_entries.at(i - 1).facet) {
            m_gaps.append(new QWidget(this));
            m_gaps.constLast()->setFixedSize(Theme::kSpace, 1);
            layout()->addWidget(m_gaps.constLast());
        }
        const QString label = StreamFilterModel::label(entry.facet, entry.value);
        entry.chip = new Chip({}, this);
        entry.chip->setObjectName(u"facet_%1_%2"_s.arg(static_cast<int>(entry.facet)).arg(label));
        entry.chip->setToolTip(plainTip(tr("Show only %1 %2").arg(StreamFilterModel::title(entry.facet), label)));
        connect(entry.chip, &QToolButton::toggled, this,
            [this, facet = entry.facet, value = entry.value](bool on) { toggle(facet, value, on); });
        layout()->addWidget(entry.chip);
        entry.chip->show();
    }
    for (QWidget* gap : std::as_const(m_gaps))
        gap->show();
    layout()->addWidget(m_clear);
}

void FacetBar::toggle(Facet facet, const QString& value, bool on)
{
    QSet<QString> chosen = m_filter.chosen(facet);
    if (on)
        chosen.insert(value);
    else
        chosen.remove(value);
    m_filter.setChosen(facet, chosen);
}

} // namespace proofreel
