// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/plain_tip.h"
#include "ui/common/widgets.h"

#include <QEvent>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QResizeEvent>

namespace proofreel {

using namespace Qt::StringLiterals;

CopyLabel::CopyLabel(QWidget* parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_copy(new QToolButton(this))
{
    m_label->setTextFormat(Qt::PlainText);
    m_label->setTextInteractionFlags(Qt::NoTextInteraction);
    m_label->setMinimumWidth(0);
    m_label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_label->setObjectName(u"copyLabelText"_s);

    m_copy->setObjectName(u"copyLabelButton"_s);
    m_copy->setAutoRaise(true);
    m_copy->setFocusPolicy(Qt::TabFocus);
    m_copy->setToolTip(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy"));
    const int side = fontMetrics().height();
    m_copy->setIconSize(QSize(side, side));
    m_copy->setStyleSheet(u"padding: 0; border-radius: 3px;"_s);
    // Without its icon, rather than hidden, while nobody points at it: it must stay reachable with Tab.
    m_copy->installEventFilter(this);
    connect(m_copy, &QToolButton::clicked, this, [this] { copyToClipboard(m_copied, m_copy); });

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    row->addWidget(m_label, 1);
    row->addWidget(m_copy);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void CopyLabel::setText(const QString& shown, const QString& copied)
{
    m_full = shown;
    m_copied = copied.isEmpty() ? shown : copied;
    m_copy->setEnabled(!m_copied.isEmpty());
    updateGeometry();
    elide();
}

void CopyLabel::setMonospace(bool on)
{
    m_label->setFont(on ? monospace(font()) : font());
}

QSize CopyLabel::sizeHint() const
{
    const int text = m_label->fontMetrics().horizontalAdvance(m_full) + 2;
    return { text + 2 + m_copy->sizeHint().width(),
        std::max(m_label->sizeHint().height(), m_copy->sizeHint().height()) };
}

QSize CopyLabel::minimumSizeHint() const
{
    const int text = m_label->fontMetrics().horizontalAdvance(u"MMMM…MM"_s);
    return { std::min(text + 2 + m_copy->sizeHint().width(), sizeHint().width()), sizeHint().height() };
}

void CopyLabel::elide()
{
    const int room = width() - m_copy->sizeHint().width() - 2;
    const QString shown = m_label->fontMetrics().elidedText(m_full, Qt::ElideMiddle, std::max(room, 0));
    m_label->setText(shown);
    setToolTip(shown == m_full ? QString() : plainTip(m_full));
}

void CopyLabel::showButton(bool on)
{
    m_copy->setIcon(on && m_copy->isEnabled() ? icon(u"copy"_s, Theme::Tone::Secondary) : QIcon());
}

void CopyLabel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    elide();
}

void CopyLabel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_label->font().fixedPitch())
        m_label->setFont(monospace(font()));
}

void CopyLabel::enterEvent(QEnterEvent* event)
{
    QWidget::enterEvent(event);
    showButton(true);
}

void CopyLabel::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    showButton(m_copy->hasFocus());
}

bool CopyLabel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_copy && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        showButton(event->type() == QEvent::FocusIn || underMouse());
    return QWidget::eventFilter(watched, event);
}

} // namespace proofreel
