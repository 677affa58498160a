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

namespace {

QIcon iconOf(Kind kind)
{
    switch (kind) {
    case Kind::Waiting:
        return icon(u"clock"_s, Theme::Tone::Secondary);
    case Kind::Checking:
        return icon(u"refresh"_s, Theme::Tone::Secondary);
    case Kind::Error:
        return icon(u"error"_s, markTone(CheckMark::Fail)); // not the cross of what was checked and fails
    default:
        return markIcon(BatchModel::kindMark(kind));
    }
}

} // namespace

BatchChips::BatchChips(BatchModel& batch, BatchFilter& filter, QWidget* parent)
    : QWidget(parent)
    , m_batch(batch)
    , m_filter(filter)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::kSpace / 2);
    row->setSizeConstraint(QLayout::SetNoConstraint); // chips give up their words
    for (const auto& [kind, name] : { std::pair(Kind::Fail, u"Fail"_s), std::pair(Kind::Error, u"Error"_s),
             std::pair(Kind::Warn, u"Warn"_s), std::pair(Kind::Pass, u"Pass"_s),
             std::pair(Kind::Checking, u"Checking"_s), std::pair(Kind::Waiting, u"Waiting"_s) }) {
        auto* chip = new Chip({}, this);
        chip->setObjectName(u"batchChip"_s + name);
        chip->setToolTip(tr("Only these: %1").arg(BatchModel::kindText(kind)));
        chip->setIcon(iconOf(kind));
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
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

// Where there is no room for words, sign and number are left; the tips have the words.
void BatchChips::refresh()
{
    std::array<QString, BatchModel::kKinds> words;
    for (int i = 0; i < BatchModel::kKinds; ++i) {
        const auto kind = static_cast<Kind>(i);
        const int count = m_batch.count(kind);
        words.at(size_t(i)) = BatchModel::kindText(kind) + QChar(0x2009) + QLocale().toString(count);
        m_chips.at(size_t(i))->setAccessibleName(words.at(size_t(i)));
        m_chips.at(size_t(i))->setVisible(count > 0 || m_chips.at(size_t(i))->isChecked());
    }
    m_text->show();
    const int room = width() - m_text->minimumWidth();
    if (setTexts(words) <= room)
        return;
    for (int i = 0; i < BatchModel::kKinds; ++i)
        words.at(size_t(i)) = QLocale().toString(m_batch.count(static_cast<Kind>(i)));
    const int least = setTexts(words);
    m_text->setVisible(least <= room || !m_text->text().isEmpty() || m_text->hasFocus());
    if (least > width()) { // how many are still to come is said above
        for (const Kind kind : { Kind::Checking, Kind::Waiting })
            m_chips.at(size_t(kind))->setVisible(m_chips.at(size_t(kind))->isChecked());
    }
}

int BatchChips::setTexts(const std::array<QString, BatchModel::kKinds>& texts)
{
    int wanted = 0;
    for (int i = 0; i < BatchModel::kKinds; ++i) {
        Chip* chip = m_chips.at(size_t(i));
        chip->setText(texts.at(size_t(i)));
        if (chip->isVisibleTo(this))
            wanted += chip->sizeHint().width() + Theme::kSpace / 2;
    }
    return wanted;
}

QSize BatchChips::minimumSizeHint() const
{
    return { 2 * m_text->minimumWidth(), layout()->minimumSize().height() };
}

void BatchChips::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    refresh();
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
