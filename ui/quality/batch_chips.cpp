// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/batch_chips.h"

#include "quality/batch_filter.h"
#include "ui/common/icons.h"
#include "ui/common/widgets.h"
#include "ui/quality/check_look.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace proofreel {

using Kind = BatchModel::Kind;

BatchChips::BatchChips(BatchModel& batch, BatchFilter& filter, QWidget* parent)
    : QWidget(parent)
    , m_batch(batch)
    , m_filter(filter)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::kSpace / 2);
    for (const auto& [kind, name] : { std::pair(Kind::Fail, u"Fail"_s), std::pair(Kind::Error, u"Error"_s),
             std::pair(Kind::Warn, u"Warn"_s), std::pair(Kind::Pass, u"Pass"_s),
             std::pair(Kind::Checking, u"Checking"_s), std::pair(Kind::Waiting, u"Waiting"_s) }) {
        auto* chip = new Chip({}, this);
        chip->setObjectName(u"batchChip"_s + name);
        chip->setToolTip(tr("Only these: %1").arg(BatchModel::kindText(kind)));
        if (const CheckMark mark = BatchModel::kindMark(kind); mark != CheckMark::None) {
            chip->setIcon(markIcon(mark));
            chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        }
        connect(chip, &QAbstractButton::toggled, this, &BatchChips::apply);
        m_chips.at(size_t(kind)) = chip;
        row->addWidget(chip);
    }
    m_text = new QLineEdit(this);
    m_text->setObjectName(u"batchFilter"_s);
    m_text->setPlaceholderText(tr("Filter by title, id or finding"));
    m_text->setAccessibleName(m_text->placeholderText());
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(8 * Theme::kSpace);
    row->addWidget(m_text, 1);
    connect(m_text, &QLineEdit::textChanged, this, &BatchChips::apply);
    m_soon.setSingleShot(true);
    m_soon.setInterval(100ms);
    connect(&m_soon, &QTimer::timeout, this, &BatchChips::refresh);
    connect(&batch, &BatchModel::countsChanged, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
    connect(&batch, &QAbstractItemModel::modelReset, this, &BatchChips::refresh);
    refresh();
}

// The words are in the tips where a sign says the same.
void BatchChips::refresh()
{
    for (int i = 0; i < BatchModel::kKinds; ++i) {
        const auto kind = static_cast<Kind>(i);
        Chip* chip = m_chips.at(size_t(i));
        const int count = m_batch.count(kind);
        chip->setText(BatchModel::kindText(kind) + QChar(0x2009) + QLocale().toString(count));
        chip->setVisible(count > 0 || chip->isChecked());
    }
}

void BatchChips::apply()
{
    QSet<Kind> kinds;
    for (int i = 0; i < BatchModel::kKinds; ++i) {
        if (m_chips.at(size_t(i))->isChecked())
            kinds.insert(static_cast<Kind>(i));
    }
    m_filter.setKinds(kinds);
    m_filter.setText(m_text->text());
    refresh();
    Q_EMIT changed();
}

void BatchChips::clear()
{
    for (Chip* chip : m_chips)
        chip->setChecked(false);
    m_text->clear();
}

} // namespace proofreel
