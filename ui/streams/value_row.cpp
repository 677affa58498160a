// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/streams/value_row.h"

#include "ui/common/fonts.h"
#include "ui/common/plain_tip.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFewestLetters = 16; // of a value, before it gets a line of its own

} // namespace

ValueRow::ValueRow(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_name(new QLabel(name, this))
    , m_value(new CopyLabel(this))
{
    setObjectName(u"value_"_s + name);
    m_name->setTextFormat(Qt::PlainText);
    m_value->setObjectName(u"value"_s);
    m_value->setFont(scaled(font(), kSecondarySize));
    m_value->setMonospace(true);
    m_value->setAccessibleName(name);
    m_value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_layout = new QHBoxLayout(this);
    m_layout->setContentsMargins(0, 2, 0, 2);
    m_layout->setSpacing(Theme::kSpace);
    m_layout->addWidget(m_name);
    m_layout->addWidget(m_value, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    tint();
}

void ValueRow::setValue(const QString& shown, const QString& copied, const QString& note)
{
    m_value->setText(shown, copied);
    setToolTip(plainTip(note));
}

void ValueRow::setNameWidth(int width)
{
    m_name->setMinimumWidth(width);
}

int ValueRow::nameWidth() const
{
    return m_name->fontMetrics().horizontalAdvance(m_name->text()) + Theme::kSpace;
}

QString ValueRow::value() const
{
    return m_value->text();
}

void ValueRow::align(const QList<ValueRow*>& rows)
{
    int width = 0;
    for (const ValueRow* row : rows)
        width = std::max(width, row->nameWidth());
    for (ValueRow* row : rows)
        row->setNameWidth(width);
}

void ValueRow::tint()
{
    QPalette faint = palette();
    faint.setColor(QPalette::WindowText, Theme::color(Theme::Tone::Secondary));
    m_name->setPalette(faint);
}

void ValueRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(Theme::color(Theme::Tone::Line));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

// All rows of a list have the same widths, so they change together.
void ValueRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool tight = width() < m_name->minimumWidth() + kFewestLetters * fontMetrics().averageCharWidth();
    m_layout->setDirection(tight ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_layout->setSpacing(tight ? 0 : Theme::kSpace);
}

void ValueRow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
    if (event->type() == QEvent::FontChange) {
        m_value->setFont(scaled(font(), kSecondarySize));
        m_value->setMonospace(true);
    }
}

QLabel* sectionHeading(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setFont(scaled(parent->font(), 1.0, QFont::DemiBold));
    label->setContentsMargins(0, Theme::kSpace, 0, Theme::kSpace / 2);
    return label;
}

} // namespace proofreel
