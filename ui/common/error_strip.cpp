// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/state_view.h"
#include "ui/common/widgets.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNarrowChars = 75; // below it words and button do not stand side by side
constexpr int kLeastChars = 14;

QToolButton* smallButton(QWidget* parent, const QString& name, const QString& iconName, const QString& text)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

ErrorStrip::ErrorStrip(QWidget* parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_label(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_copy(smallButton(this, u"stripCopy"_s, u"copy"_s, tr("Copy details")))
    , m_close(smallButton(this, u"stripClose"_s, u"close"_s, tr("Dismiss")))
{
    m_label->setObjectName(u"stripText"_s);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_action->setObjectName(u"stripAction"_s);
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        if (const auto run = m_run)
            run();
    });
    connect(m_copy, &QToolButton::clicked, this, [this] { copyToClipboard(m_copyText, m_copy); });
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);

    m_body = new QBoxLayout(QBoxLayout::LeftToRight);
    m_body->setSpacing(Theme::kSpace);
    m_body->addWidget(m_label, 1);
    m_body->addWidget(m_action, 0, Qt::AlignLeft | Qt::AlignVCenter);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::kSpace, Theme::kSpace / 2, Theme::kSpace / 2, Theme::kSpace / 2);
    row->setSpacing(Theme::kSpace);
    row->addWidget(m_icon);
    row->addLayout(m_body, 1);
    row->addWidget(m_copy);
    row->addWidget(m_close);
    fit();
    hide();
}

void ErrorStrip::showError(const Error& error, std::function<void()> action, const QString& actionText)
{
    m_run = std::move(action);
    m_action->setText(actionText.isEmpty() ? tr("Try again") : actionText);
    m_action->setVisible(bool(m_run));
    present(true, error.advice.isEmpty() ? error.message : error.message + u' ' + error.advice, error.details());
}

void ErrorStrip::showNote(const QString& text, std::function<void()> action, const QString& actionText)
{
    m_run = std::move(action);
    m_action->setText(actionText);
    m_action->setVisible(bool(m_run));
    present(false, text, {});
}

void ErrorStrip::present(bool failure, const QString& text, const QString& details)
{
    m_failure = failure;
    m_copyText = details;
    m_copy->setVisible(!details.isEmpty());
    m_label->setText(text);
    m_label->setAccessibleName(text);
    fit();
    show();
}

//! In a narrow zone the button stands below the words.
void ErrorStrip::fit()
{
    const int side = fontMetrics().height() + 2;
    const auto tone = m_failure ? Theme::Tone::Failure : Theme::Tone::Accent;
    m_icon->setPixmap(icon(m_failure ? u"error"_s : u"info"_s, tone).pixmap(side, side));
    const bool narrow = width() < fontMetrics().averageCharWidth() * kNarrowChars;
    m_body->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    for (QWidget* part : std::initializer_list<QWidget*> { m_icon, m_copy, m_close })
        layout()->setAlignment(part, narrow ? Qt::AlignTop : Qt::Alignment());
}

QSize ErrorStrip::minimumSizeHint() const
{
    const int words = std::max(fontMetrics().averageCharWidth() * kLeastChars, m_action->sizeHint().width());
    const int icons = m_icon->sizeHint().width() + m_copy->sizeHint().width() + m_close->sizeHint().width();
    return { words + icons + 5 * Theme::kSpace, QWidget::minimumSizeHint().height() };
}

void ErrorStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void ErrorStrip::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        fit();
}

void ErrorStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor tone = Theme::color(m_failure ? Theme::Tone::Failure : Theme::Tone::Accent);
    QColor fill = tone;
    fill.setAlphaF(0.10F);
    QColor edge = tone;
    edge.setAlphaF(0.45F);
    painter.setPen(edge);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

} // namespace proofreel
